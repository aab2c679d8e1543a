<?php
/** Whether $query, $_SERVER['QUERY_STRING'], was signed with the access key. */
function is_from_marketplace(string $accessKey, string $query): bool
{
    $params = []; // not parse_str: it changes names
    foreach (array_filter(explode('&', $query), 'strlen') as $pair) {
        [$name, $value] = array_map('urldecode', array_pad(explode('=', $pair, 2), 2, ''));
        $params += ["$name" => $value]; // the first one of a name counts
    }
    // Base64 has no blanks: one is a plus sign that was not escaped.
    $sent = str_replace(' ', '+', $params['authToken'] ?? '');
    unset($params['authToken']);
    ksort($params, SORT_STRING);
    $pairs = [];
    foreach ($params as $name => $value) {
        $pairs[] = "$name=$value";
    }
    $key = $accessKey . ($params['timeStamp'] ?? '');
    $token = base64_encode(hash_hmac('sha256', implode('&', $pairs), $key, true));
    return hash_equals($token, $sent);
}
