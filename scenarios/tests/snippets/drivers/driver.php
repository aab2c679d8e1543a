<?php
// Runs the PHP snippets: a line with an operation and hexadecimal arguments in, a line out.
foreach (['verify-token', 'verify-signature', 'sign-body', 'encrypt-credential', 'test-flag', 'purchase-once', 'header-name'] as $topic) {
    require "$argv[1]/$topic/php.php";
}
$db = new PDO('sqlite::memory:');
$db->exec(SCHEMA);

/** The bytes that one of the functions sends. */
$sent = function (callable $send): string {
    ob_start();
    $send();
    return ob_get_clean();
};

$told = fn (bool $holds): string => $holds ? 'true' : 'false';
$operations = [
    'verify' => fn ($key, $query) => $told(is_from_marketplace($key, $query)),
    'signed' => fn ($key, $query, $body, $now) => $told(is_signed($key, $query, $body, (int) $now)),
    'sign' => fn ($key, $body) => body_sign($key, $body),
    'answer' => fn ($key) => $told(
        $sent(fn () => send_answer($key, ['resultMsg' => '好'])) === '{"resultMsg":"\u597d"}'
    ),
    'derive' => fn ($key, $bits) => bin2hex(derive_key($key, (int) $bits)),
    'iv' => fn () => new_iv(),
    'encrypt' => fn ($key, $bits, $iv, $text) => encrypt_credential($key, (int) $bits, $iv, $text),
    'decrypt' => fn ($key, $bits, $value) => bin2hex(decrypt_contact($key, (int) $bits, $value)),
    'test' => function (?string $pair = null) use ($told) {
        parse_str($pair ?? '', $params);
        return $told(is_test($params));
    },
    'purchase' => fn ($order, $business) => purchase($db, ['orderId' => $order, 'businessId' => $business]),
    // The command line sends no headers; that the body is untouched is what can be seen.
    'header' => fn () => $sent(fn () => send_signed('{}', 'value')) === '{}' ? 'Body-Sign' : 'other bytes',
];
while (($line = fgets(STDIN)) !== false) {
    $given = explode("\t", rtrim($line, "\n"));
    $operation = array_shift($given);
    fwrite(STDOUT, $operations[$operation](...array_map('hex2bin', $given)) . "\n");
}
