//! Sellers that are wrong in exactly one thing.
//!
//! A fault is one file: its first line says what the seller does, the lines below it which
//! engineer's mistake that is, and its code overrides one method of
//! [`Behaviour`](crate::Behaviour). Everything else such a seller does rightly, so that a check
//! that notices it has noticed this and nothing else.
//!
//! To add one: write `area/name.rs` with a type `Behaves` and add its line here.

mod aes_modes;
mod mac;
mod parameters;

crate::registry::registry! {
    /// What a restart leaves of it; shows only where the process is killed and started again.
    durability {
        forgets_when_restarted,
        writes_down_behind_the_answer,
    }
    /// The address and the TLS in front of it.
    address {
        address_without_name,
        certificate_expired,
        certificate_not_yet_valid,
        certificate_of_another_host,
        certificate_of_unknown_authority,
        certificate_self_signed,
        certificate_without_intermediate,
        http_2_only,
        plain_http,
        plain_http_at_https_port,
        prefers_http_2,
        tls_1_0,
        tls_version_refused,
        unusual_port,
    }
    /// The connection, the status, the size.
    transport {
        byte_order_mark,
        first_expiry_unanswered,
        hangs_up_on_renewals,
        html_content_type,
        length_in_characters,
        message_in_gbk,
        purchase_created_201,
        redirects_calls,
        refusals_with_404,
        release_answer_endless,
        release_answer_of_2_mib,
        release_compressed,
        slow_upgrade,
        stops_listening,
        upgrade_chunk_broken,
        upgrade_cut_short,
    }
    /// Body-Sign.
    signature {
        bare_signature,
        key_and_body_swapped,
        name_in_sentence_case,
        name_without_hyphen,
        names_in_lower_case,
        newline_added_after_signing,
        quotes_missing,
        refusals_signed_with_empty_key,
        refusals_unsigned,
        sign_type_missing,
        sign_type_of_java,
        signature_empty,
        signature_in_hex,
        signature_of_first_answer,
        signature_url_safe,
        signs_key_and_timestamp,
        signs_pretty_print,
        signs_sorted_members,
        signs_with_sha1,
        signs_without_key,
        successes_unsigned,
    }
    /// The token of the call.
    authentication {
        added_parameters_not_covered,
        bad_token_401_page,
        bad_token_as_internal_error,
        bad_token_as_invalid_parameter,
        compares_token_by_prefix,
        compares_token_trimmed,
        compares_token_without_case,
        decodes_values_twice,
        expects_sha1_token,
        expects_unpadded_token,
        missing_token_500_page,
        missing_token_accepted,
        only_purchase_needs_token,
        order_amount_required,
        quotes_its_text,
        quotes_its_token,
        remembers_tokens,
        signs_in_ascii,
        signs_known_parameters_only,
        signs_without_amount,
        skips_empty_values,
        token_length_checked_only,
        token_not_checked,
        verifies_encoded_values,
    }
    /// V2: the signature in the address, its age and its nonce.
    fresh {
        added_members_not_covered,
        age_checked_backwards_only,
        age_not_checked,
        body_hashed_without_key,
        compares_hex_with_case,
        depends_on_member_order,
        key_not_in_text,
        nonce_forgotten,
        seconds_expected,
        signs_body_written_again,
        skips_check_without_nonce,
        skips_check_without_timestamp,
    }
    /// V2: instances that are made behind the answer.
    asynchronous {
        never_ready,
        pending_query_fails,
        pending_retry_diverges,
        pending_without_instance,
    }
    /// The members of the answer's body.
    fields {
        app_info_as_text,
        array_around_object,
        code_in_place_of_result_code,
        duplicate_names,
        encrypt_type_as_number,
        front_end_url_left_out,
        front_end_url_of_600_characters,
        front_end_url_relative,
        instance_id_misspelt,
        instance_id_of_65_characters,
        long_query_refused,
        memo_in_raw_chinese,
        message_in_place_of_result_msg,
        message_of_300_characters,
        metered_instance_without_usage_value,
        page_in_place_of_json,
        query_answers_first_only,
        refusal_carries_instance,
        result_code_number,
        result_code_word,
        result_code_zero,
        test_instance_id_empty,
        test_purchase_without_app_info,
        text_after_json,
        undocumented_result_code,
        usage_time_with_dashes,
        usage_value_as_text,
        usage_value_negative,
    }
    /// User name and password.
    encryption {
        access_key_as_cipher_key,
        aes128_told_as_aes256,
        ciphertext_in_hex,
        credentials_in_base64,
        credentials_in_clear,
        ecb_mode,
        encrypt_type_3,
        encrypted_phone_taken_for_plain,
        encrypts_twice,
        login_shared,
        password_too_long,
        unsigned_derivation,
        vector_always_the_same,
    }
    /// The same call again.
    repeats {
        concurrent_retries_race,
        expiry_retry_refused,
        lock_kept_for_lost_clients,
        metered_items_share_instance,
        new_id_each_call,
        order_lines_share_instance,
        one_instance_a_customer,
        order_failed_by_second_call,
        orders_kept_by_connection,
        orders_written_down_last,
        purchase_retry_refused,
        release_retry_refused,
        renewal_retry_refused,
        retry_provisions_again,
        retry_resets_password,
        status_retry_refused,
        upgrade_retry_refused,
    }
    /// The life of an instance.
    life {
        answers_every_scene_as_a_purchase,
        decimals_refused,
        emoji_breaks_purchase,
        expiry_refused,
        failure_remembered,
        frozen_instance_not_released,
        frozen_instance_not_told,
        large_quantity_refused,
        long_extension_refused,
        long_name_refused,
        missing_parameter_accepted,
        missing_parameter_as_internal_error,
        monthly_period_refused,
        monthly_renewal_refused,
        negative_amount_refused,
        one_time_without_end_refused,
        own_products_only,
        release_before_expiry_refused,
        release_with_amount_refused,
        released_instance_revived,
        released_instance_unfrozen,
        renewal_after_expiry_refused,
        purchase_refused,
        second_order_refused,
        specification_breaks_purchase,
        sub_user_refused,
        trial_conversion_refused,
        unknown_activity_accepted,
        unknown_activity_answered_empty,
        unknown_instance_500_page,
        unknown_instance_accepted,
        unknown_instance_as_internal_error,
        unknown_instance_as_processing,
    }
    /// What the mainland's pages allow and the international ones do not: right there, a fault here.
    abroad {
        customer_name_required,
        sells_once_to_a_customer,
        zero_flag_refused_later,
    }
    /// Calls of the debug step and the dial test.
    debugging {
        test_amount_refused,
        test_calls_looked_up,
        test_flag_zero_taken_for_test,
        test_order_matters,
        test_purchase_makes_instance,
        test_purchase_not_repeatable,
        test_purchase_refused,
        test_release_deletes,
        test_renewal_without_product_refused,
    }
}
