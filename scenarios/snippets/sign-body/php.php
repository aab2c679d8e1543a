<?php
/** The value of the header Body-Sign for these very bytes. */
function body_sign(string $accessKey, string $body): string
{
    $signature = base64_encode(hash_hmac('sha256', $body, $accessKey, true));
    return 'sign_type="HMAC-SHA256", signature="' . $signature . '"';
}

/** Sends an answer: serialised once, and those bytes are signed and sent. */
function send_answer(string $accessKey, array $members): void
{
    $body = json_encode($members, JSON_THROW_ON_ERROR);
    header('Content-Type: application/json;charset=UTF-8');
    header('Content-Length: ' . strlen($body)); // of the bytes: not mb_strlen
    header('Body-Sign: ' . body_sign($accessKey, $body));
    echo $body;
}
