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
        connection_close,
        content_type_in_capitals,
        content_type_without_charset,
        further_headers,
        http_1_0,
        slow_second,
        trickle,
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
        further_members,
        members_in_reverse,
        null_for_absent_members,
        pretty_json,
        raw_utf8,
        slashes_escaped,
        trailing_newline,
    }
    /// What a purchase gives.
    purchase {
        aes128,
        aes128_contacts_only,
        encrypt_type_left_out,
        front_end_url_only,
        ids_of_its_own,
        login_sent_by_mail,
        long_instance_ids,
        one_login_a_customer,
        password_told_once,
        ticket_in_the_address,
        vector_kept_with_the_login,
    }
    /// What a seller may decide about instances.
    life {
        expiry_of_released_refused,
        forgets_released_instances,
        missing_instance_unknown,
        no_trials,
        no_upgrades,
    }
}
