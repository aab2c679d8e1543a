<?php
/** Whether $body, file_get_contents('php://input'), was signed by $query, $_SERVER['QUERY_STRING']. */
function is_signed(string $accessKey, string $query, string $body, int $nowMs): bool
{
    parse_str($query, $params);
    $of = fn (string $name): string => is_string($params[$name] ?? null) ? $params[$name] : '';
    [$signature, $nonce, $timestamp] = [$of('signature'), $of('nonce'), $of('timestamp')];
    // Milliseconds; a minute to either side.
    if ($nonce === '' || !ctype_digit($timestamp) || abs($nowMs - (int) $timestamp) > 60000) {
        return false;
    }
    $bodyHex = hash_hmac('sha256', $body, $accessKey);
    $right = hash_hmac('sha256', $accessKey . $nonce . $timestamp . $bodyHex, $accessKey);
    return hash_equals($right, strtolower($signature));
}
