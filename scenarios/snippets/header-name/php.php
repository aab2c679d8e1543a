<?php
/**
 * Sends an answer. PHP keeps the name as it is given; whether the server in front of it does is seen
 * with curl --http1.1 -i. In nginx and Apache leave HTTP/2 off for the production address.
 */
function send_signed(string $body, string $value): void
{
    header('Content-Type: application/json;charset=UTF-8');
    header('Content-Length: ' . strlen($body));
    header("Body-Sign: $value");
    echo $body;
}
