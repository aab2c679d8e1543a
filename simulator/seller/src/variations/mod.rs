//! Sellers that are right in an unusual way.
//!
//! Everything here is lawful: a check that complains about one of these is itself wrong. A
//! variation is made like a [fault](crate::faults).
//!
//! To add one: write `area/name.rs` with a type `Behaves` and add its line here.

crate::registry::registry! {
    /// The form of the header Body-Sign.
    signature {
        blank_before_signature,
        both_spellings,
        many_blanks,
        members_swapped,
        no_blank_after_comma,
    }
    /// The address and the TLS in front of it.
    address {
        https,
        https_through_intermediate,
        https_with_tls_1_2,
        https_with_wildcard,
        private_network,
    }
    /// HTTP.
    transport {
        charset_utf8,
        chunked,
        closes_without_saying,
        connection_close,
        content_type_in_capitals,
        content_type_with_blanks,
        content_type_without_charset,
        early_hints_first,
        further_headers,
        http_1_0,
        identity_encoding,
        no_reason_phrase,
        other_names_in_lower_case,
        repeated_headers,
        slow_purchases,
        slow_second,
        trickle,
    }
    /// V2: the signature in the address, its age and its nonce.
    fresh {
        answers_signed_as_before,
        bytes_alone_verified,
        refused_with_one_code,
        seconds_taken_too,
        signature_checked_first,
        window_of_ninety_seconds,
    }
    /// V2: instances that are made behind the answer.
    asynchronous {
        done_before_it_is_told,
        empty_while_being_made,
        listed_while_being_made,
        made_behind_the_answer,
    }
    /// V2: the query of an order.
    open_api {
        asks_for_all_lines,
        clock_ten_minutes_slow,
        signed_headers_unsorted,
        usage_as_number,
        usage_of_three_weeks,
        usage_pushed_in_the_old_form,
        usage_told_twice,
        usage_until_the_end_of_the_day,
    }
    /// The token of the call.
    authentication {
        form_decoding_only,
        quotes_what_came,
    }
    /// How calls that come side by side are served.
    concurrency {
        one_call_at_a_time,
        one_connection_at_a_time,
        second_call_put_off,
        work_dropped_with_the_client,
    }
    /// The form of the JSON.
    body {
        chinese_message,
        echoes_the_instance,
        empty_message,
        further_members,
        members_in_reverse,
        message_with_a_number,
        null_for_absent_members,
        null_message,
        pretty_json,
        raw_utf8,
        same_names_in_another_case,
        slashes_escaped,
        trailing_newline,
        white_space_around,
    }
    /// Licences of the older guide, where they differ from an instance that lives as they do.
    licence {
        licence_as_id,
        licence_as_json_text,
        licence_empty_on_refusal,
        licence_in_chinese,
        licence_never_expires,
        licence_of_4_kib,
        licence_of_many_lines,
        licence_unknown_released,
    }
    /// Licences with an authorisation code.
    licence_code {
        code_holds_from_tomorrow,
        code_in_batch,
        code_not_queried,
        code_queried_in_batch,
        code_queried_often,
        code_without_effect_time,
    }
    /// Licences that are opened online.
    licence_online {
        online_device_needed,
        online_licence_after_a_minute,
        online_licence_as_file,
        online_licence_at_once,
        online_licence_of_the_device,
        online_one_licence_an_instance,
    }
    /// The kit: calls about enterprises, applications, accounts and departments.
    kit {
        kit_answers_signed,
        kit_further_members,
        kit_future_taken,
        kit_message_left_out,
        kit_window_of_seventy_seconds,
    }
    /// What a purchase gives.
    purchase {
        address_in_any_form,
        aes128,
        aes128_contacts_only,
        credentials_empty,
        credentials_null,
        encrypt_type_empty,
        encrypt_type_left_out,
        encrypt_type_null,
        encrypt_type_without_credentials,
        first_password_for_all,
        front_end_url_only,
        ids_of_its_own,
        instance_id_alone,
        login_sent_by_mail,
        long_instance_ids,
        long_password,
        members_at_full_length,
        one_login_a_customer,
        password_told_once,
        ticket_in_the_address,
        vector_kept_with_the_login,
        vector_of_any_characters,
    }
    /// What a query tells.
    usage {
        query_answers_in_reverse,
        test_query_knows_nothing,
        unknown_ids_refused,
        usage_by_related_instance,
        usage_in_exponent_form,
        usage_in_whole_numbers,
        usage_of_nothing,
        usage_pushed_only,
        usage_time_of_15_digits,
        usage_until_midnight,
        usage_with_four_decimals,
    }
    /// Notices of orders.
    notices {
        notice_order_asked_for_later,
        notice_retry_told_as_known,
    }
    /// What a seller may decide about instances.
    life {
        changes_not_allowed,
        emoji_name_called_invalid,
        expiry_of_released_refused,
        forgets_released_instances,
        missing_instance_unknown,
        no_change_checks,
        no_trials,
        no_upgrades,
        released_instance_as_invalid,
        stock_runs_out,
        test_call_of_real_instance_refused,
        three_in_stock,
        unknown_activity_as_internal_error,
    }
}
