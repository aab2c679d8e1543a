//! Sellers that are wrong in exactly one thing.
//!
//! A fault is one file: its first line says what the seller does, the lines below it which engineer's
//! mistake that is, and its code overrides one method of [`Behaviour`](crate::Behaviour). The rest such a
//! seller does rightly, so that a check that notices it has noticed this and nothing else.
//!
//! To add one: write `area/name.rs` with a type `Behaves` and add its name here.

mod aes_modes;
mod mac;
mod notes;
mod parameters;

crate::registry::registry! {
    /// What a restart leaves of it; shows only where the process is killed and started again.
    durability {
        forgets_when_restarted, writes_down_behind_the_answer,
    }
    /// The address and the TLS in front of it.
    address {
        address_without_name, certificate_expired, certificate_not_yet_valid, certificate_of_another_host,
        certificate_of_unknown_authority, certificate_self_signed, certificate_without_intermediate, http_2_only,
        plain_http, plain_http_at_https_port, prefers_http_2, tls_1_0, tls_version_refused, unusual_port,
    }
    /// The connection, the status, the size.
    transport {
        byte_order_mark, first_expiry_unanswered, hangs_up_on_renewals, html_content_type, length_in_characters,
        message_in_gbk, purchase_created_201, redirects_calls, refusals_with_404, release_answer_endless,
        release_answer_of_2_mib, release_compressed, slow_upgrade, stops_listening, upgrade_chunk_broken,
        upgrade_crashes, upgrade_cut_short,
    }
    /// Body-Sign.
    signature {
        bare_signature, key_and_body_swapped, name_in_sentence_case, name_without_hyphen, names_in_lower_case,
        newline_added_after_signing, quotes_missing, refusals_signed_with_empty_key, refusals_unsigned,
        sign_type_missing, sign_type_of_java, signature_empty, signature_in_hex, signature_of_first_answer,
        signature_url_safe, signs_key_and_timestamp, signs_pretty_print, signs_sorted_members, signs_with_sha1,
        signs_without_key, successes_unsigned,
    }
    /// The token of the call.
    authentication {
        acts_before_signature_check, added_parameters_not_covered, bad_token_401_page, bad_token_as_internal_error,
        bad_token_as_invalid_parameter, compares_token_by_prefix, compares_token_trimmed,
        compares_token_without_case, decodes_token_twice, decodes_values_twice, expects_sha1_token,
        expects_unpadded_token, expects_url_safe_token, has_another_key, key_of_another_product,
        missing_token_500_page,
        missing_token_accepted, only_purchase_needs_token, order_amount_required, quotes_its_text, quotes_its_token,
        remembers_tokens, signs_decoded_extension, signs_decrypted_contacts, signs_in_ascii,
        signs_known_parameters_only, signs_without_amount, skips_empty_values, tells_expected_token, tells_its_key,
        test_calls_not_verified, token_length_checked_only, token_not_checked, verifies_encoded_values,
    }
    /// V2: the signature in the address, its age and its nonce.
    fresh {
        added_members_not_covered, age_checked_backwards_only, age_checked_forwards_only, age_not_checked,
        bad_signature_403_page, body_digest_in_capitals, body_hashed_without_key, body_in_latin_1, body_read_before,
        body_signed_as_it_is, calls_ahead_refused, clock_in_local_time, compares_hex_with_case,
        depends_on_member_order, key_not_in_text, last_nonce_only, missing_timestamp_500_page, nonce_forgotten,
        nonce_of_32_characters_only, queries_not_verified, quotes_its_signature, quotes_what_it_signed,
        seconds_expected, signature_expected_in_base64, signs_body_written_again, signs_its_own_class,
        skips_check_without_nonce,
        skips_check_without_timestamp, tells_expected_signature, timestamp_before_nonce, window_of_five_minutes,
        window_of_ten_seconds,
    }
    /// V2: how the call and the members of its body are read.
    reading {
        charset_refused, compact_body_expected, end_in_milliseconds_refused, end_without_milliseconds_refused,
        escapes_not_read, frozen_in_place_of_freeze, normal_in_place_of_unfreeze, null_member_refused,
        posts_not_routed, refund_of_renewal_refused, release_without_order_refused, renewal_with_change_refused,
        scenes_by_their_old_names, several_ids_taken_for_one, test_flag_looked_for_in_the_address,
        unknown_member_refused, unfreeze_in_place_of_normal,
    }
    /// V2: instances that are made behind the answer.
    asynchronous {
        never_ready, never_told_ready, pending_code_of_seven_digits, pending_query_fails, pending_retry_diverges,
        pending_without_instance,
    }
    /// V2: the query of an order, the usage push.
    open_api {
        asks_for_line_as_order, queries_dated_in_local_time, queries_signed_without_slash, usage_after_release,
        usage_by_internal_ids, usage_in_local_time, usage_of_last_month, usage_of_the_running_hour,
        usage_of_yearly_instances, usage_of_zero, usage_serial_is_the_instance, usage_signed_in_hex,
        usage_signed_with_sk, usage_times_in_rfc_3339,
    }
    /// The members of the answer's body.
    fields {
        app_info_as_text, array_around_object, code_in_place_of_result_code, duplicate_names,
        encrypt_type_as_number, front_end_url_left_out, front_end_url_of_600_characters, front_end_url_relative,
        info_as_object, info_tells_internal_ids, instance_id_as_number, instance_id_misspelt,
        instance_id_of_65_characters, long_query_refused, memo_in_raw_chinese, message_in_place_of_result_msg,
        message_of_300_characters, metered_instance_without_usage_value, page_in_place_of_json,
        query_answers_first_only, refusal_carries_instance, result_code_number, result_code_word, result_code_zero,
        test_instance_id_empty, test_purchase_without_app_info, text_after_json, undocumented_result_code,
        usage_info_as_object, usage_left_out, usage_since_the_last_query, usage_time_in_local_time,
        usage_time_with_dashes, usage_value_as_text, usage_value_negative,
    }
    /// User name and password.
    encryption {
        access_key_as_cipher_key, aes128_told_as_aes256, cfb_mode, ciphertext_in_hex, credentials_in_base64,
        credentials_in_clear, credentials_sealed_for_nobody, ecb_mode, encrypt_type_3,
        encrypted_phone_taken_for_plain, encrypts_twice, login_shared, password_too_long, unsigned_derivation,
        vector_always_the_same,
    }
    /// The same call again.
    repeats {
        concurrent_retries_race, expiry_retry_refused, lock_kept_for_lost_clients, metered_items_share_instance,
        new_id_each_call, order_lines_share_instance, one_instance_a_customer, one_instance_a_product,
        order_failed_by_second_call, order_ids_cut, orders_kept_by_connection, orders_written_down_last,
        purchase_retry_refused, release_retry_refused, renewal_retry_refused, retry_provisions_again,
        retry_resets_password, status_retry_refused, upgrade_retry_refused,
    }
    /// The life of an instance.
    life {
        answers_every_scene_as_a_purchase, decimals_refused, emoji_breaks_purchase, expiry_refused,
        failure_remembered, frozen_instance_not_released, frozen_instance_not_told, large_quantity_refused,
        long_extension_refused, long_name_refused, name_counted_in_bytes, missing_parameter_accepted,
        missing_parameter_as_internal_error, monthly_period_refused, monthly_renewal_refused,
        negative_amount_refused, one_time_without_end_refused, own_products_only, release_before_expiry_refused,
        release_with_amount_refused, released_instance_revived, released_instance_unfrozen,
        released_instance_upgraded, renewal_after_expiry_refused, purchase_refused, second_order_refused,
        specification_breaks_purchase, sub_user_refused, trial_conversion_refused, unknown_activity_400_page,
        unknown_activity_accepted, unknown_activity_answered_empty, unknown_instance_500_page,
        unknown_instance_accepted, unknown_instance_as_internal_error, unknown_instance_as_processing,
    }
    /// What the mainland's pages allow and the international ones do not: right there, a fault here.
    abroad {
        customer_name_required, accounts_by_mobile_number, sells_once_to_a_customer, zero_flag_refused_later,
    }
    /// What only a history shows that no scenario plays: what the catalog leaves unseen and a campaign
    /// of `fuzz` finds. No rule names these, and `check` finds nothing wrong with them.
    history {
        cache_of_two_orders, counter_of_two_digits, expiry_freezes_the_customer, forged_call_blocks_the_instance,
        freeze_kept_by_connection, freeze_kept_by_customer, id_reused_after_release, only_last_renewal_remembered,
        order_lost_by_an_upgrade, race_behind_a_release, release_frees_the_sibling,
        renewal_extends_twice_behind_a_query, renewal_remembered_by_customer, retry_refused_behind_a_renewal,
        second_expiry_refused, test_purchase_clears_orders, twice_renewed_never_released,
        unfrozen_instance_not_told, upgrade_forgets_renewals,
    }
    /// Licences of the older guide, where they differ from an instance that lives as they do.
    licence {
        licence_as_object, licence_beside_refusal, licence_by_business_id, licence_called_bought,
        licence_drawn_each_call, licence_expiry_deletes, licence_fixed, licence_id_too_long,
        licence_made_anew_by_renewal, licence_made_later, licence_misspelt, licence_numbered,
        licence_order_by_business_id, licence_renewal_needs_product, licence_renewal_unsigned,
        licence_renewed_by_order,
    }
    /// Licences with an authorisation code.
    licence_code {
        code_activated_twice, code_cut_off, code_effect_from_last_year, code_effect_time_in_iso,
        code_effect_time_in_local_time, code_effect_time_in_milliseconds, code_empty_product_refused,
        code_in_lower_case, code_never_activated, code_only_queried, code_queried_first, code_release_needs_order,
        code_sent_as_form, code_sent_as_list, code_test_calls_looked_up, code_under_another_name,
        code_unknown_as_invalid, code_with_line_end,
    }
    /// Licences that are opened online.
    licence_online {
        online_characters_too_long, online_checksum_in_base64, online_checksum_of_name, online_code_misprinted,
        online_end_demanded, online_licence_drawn_each_call, online_licence_fixed, online_never_uploads,
        online_part_untyped, online_request_part_misnamed, online_retry_refused, online_test_application_looked_up,
        online_time_misread, online_upload_as_json, online_upload_by_instance, online_upload_written_anew,
    }
    /// The kit: calls about enterprises, applications, accounts and departments.
    kit {
        kit_admin_refused, kit_age_not_checked, kit_answers_signed_with_time, kit_answers_unsigned,
        kit_base_key_used, kit_base_key_taken_too, kit_body_hashed, kit_cancellation_refused,
        kit_credential_refused, kit_deep_tree_refused, kit_deletion_needs_instance, kit_flag_as_text_expected,
        kit_further_member_refused, kit_list_as_text_refused, kit_long_time_misread, kit_missing_signature_accepted,
        kit_modification_refused, kit_names_in_latin_1, kit_nested_members_sorted, kit_nonce_forgotten,
        kit_nonce_not_demanded, kit_not_routed, kit_oaep_under_sha_1, kit_remembers_tokens,
        kit_repeat_called_existing, kit_repeated_deletion_refused, kit_result_code_as_number,
        kit_second_tenant_refused, kit_secret_decrypted_first, kit_signature_not_checked,
        kit_top_department_refused, kit_undecryptable_secret_accepted, kit_unknown_deletion_refused,
        kit_users_limited_to_100,
    }
    /// Notices of orders.
    notices {
        notice_age_not_checked, notice_answered_in_text, notice_answered_without_code, notice_base_key_used,
        notice_nonce_forgotten, notice_not_known, notice_of_unknown_order_refused, notice_retry_refused,
        notice_signature_not_checked, notice_test_order_looked_up,
    }
    /// Calls of the debug step and the dial test.
    debugging {
        first_test_call_unanswered, test_amount_refused, test_calls_looked_up, test_calls_taken_once,
        test_flag_ignored, test_flag_zero_taken_for_test, test_order_matters, test_purchase_makes_instance,
        test_purchase_not_repeatable, test_purchase_refused, test_release_deletes,
        test_renewal_without_product_refused,
    }
}
