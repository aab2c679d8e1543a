<?php
/** The AES key, as Java's SHA1PRNG makes it of the access key; $bits is 128 or 256. */
function derive_key(string $accessKey, int $bits): string
{
    $signed = fn (string $byte): int => (ord($byte) + 128) % 256 - 128; // as Java's bytes are
    $state = sha1($accessKey, true);
    $stream = '';
    while (strlen($stream) < $bits / 8) {
        $block = sha1($state, true);
        $stream .= $block;
        $carry = 1;
        $before = $state;
        for ($i = 0; $i < 20; $i++) {
            $total = $signed($state[$i]) + $signed($block[$i]) + $carry;
            $state[$i] = chr($total & 255);
            $carry = $total >> 8; // keeps the sign
        }
        if ($state === $before) {
            $state[0] = chr((ord($state[0]) + 1) & 255);
        }
    }
    return substr($stream, 0, intdiv($bits, 8));
}

/** Sixteen characters, anew for each value. */
function new_iv(): string
{
    $letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    $iv = '';
    while (strlen($iv) < 16) {
        $iv .= $letters[random_int(0, strlen($letters) - 1)];
    }
    return $iv;
}

/** For userName and password; 256 bits go with encryptType 1, 128 with 2. */
function encrypt_credential(string $accessKey, int $bits, string $iv, string $text): string
{
    $key = derive_key($accessKey, $bits);
    return $iv . base64_encode(openssl_encrypt($text, "aes-$bits-cbc", $key, OPENSSL_RAW_DATA, $iv));
}

/** For mobilePhone and email; $bits are those chosen when the product was released. */
function decrypt_contact(string $accessKey, int $bits, string $value): string
{
    [$iv, $blocks] = [substr($value, 0, 16), base64_decode(substr($value, 16))];
    $text = openssl_decrypt($blocks, "aes-$bits-cbc", derive_key($accessKey, $bits), OPENSSL_RAW_DATA, $iv);
    return $text !== false ? $text : throw new RuntimeException('the contact does not decrypt');
}
