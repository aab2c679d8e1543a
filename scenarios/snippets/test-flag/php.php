<?php
/** Whether the debug step or the dial test calls. Absent, empty and 0 are real calls. */
function is_test(array $params): bool
{
    return ($params['testFlag'] ?? '') === '1'; // not isset: real calls may carry 0
}
