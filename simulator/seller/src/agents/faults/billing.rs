//! Backends whose answers cannot be billed, or are billed wrongly.

use galleria_protocol::gateway::usage::Metered;
use serde_json::{Value, json};

use crate::agents::AgentReference;
use crate::agents::table::sellers;
use crate::agents::work::event;

sellers! {
    "agent-usage-nested", "Puts usage into data.", Nested {
        fn body(&self, metered: Metered, text: String, figures: Value) -> Value {
            let mut data = json!({ "text": text });
            if let Some(object) = metered.object() {
                data[object] = figures;
            }
            json!({ "data": data })
        }
    }
    "agent-usage-left-out", "Tells no usage.", LeftOut {
        fn body(&self, _: Metered, text: String, _: Value) -> Value {
            json!({ "data": text })
        }
    }
    "agent-total-left-out", "Tells no total_tokens.", NoTotal {
        fn figures(&self, _: Metered) -> Value {
            json!({ "completion_tokens": 217, "prompt_tokens": 31 })
        }
    }
    "agent-usage-as-text", "Tells tokens as text.", AsText {
        fn figures(&self, _: Metered) -> Value {
            json!({ "completion_tokens": "217", "prompt_tokens": "31", "total_tokens": "248" })
        }
    }
    "agent-usage-negative", "Tells the tokens of a refund.", Negative {
        fn figures(&self, _: Metered) -> Value {
            json!({ "completion_tokens": -217, "prompt_tokens": 31, "total_tokens": -186 })
        }
    }
    "agent-total-wrong", "Tells the tokens that came out as the total.", WrongTotal {
        fn figures(&self, _: Metered) -> Value {
            json!({ "completion_tokens": 217, "prompt_tokens": 31, "total_tokens": 217 })
        }
    }
    "agent-usage-of-zero", "Tells no tokens for its work.", Zero {
        fn figures(&self, _: Metered) -> Value {
            json!({ "completion_tokens": 0, "prompt_tokens": 0, "total_tokens": 0 })
        }
    }
    "agent-image-count-at-the-top", "Tells image_count beside usage.", ImagesAtTop {
        fn body(&self, metered: Metered, text: String, figures: Value) -> Value {
            if metered != Metered::Images {
                return AgentReference.body(metered, text, figures);
            }
            json!({ "data": text, "usage": {}, "image_count": figures["image_count"] })
        }
    }
    "agent-transcription-in-seconds", "Tells how many seconds were transcribed, under another name.", InSeconds {
        fn figures(&self, metered: Metered) -> Value {
            match metered {
                Metered::Transcription => json!({ "content_duration_in_seconds": 41.5 }),
                other => AgentReference.figures(other),
            }
        }
    }
    "agent-stream-without-usage", "Tells no usage in a stream.", StreamWithout {
        fn events(&self, metered: Metered, text: &str, _: Value) -> Vec<Value> {
            let all = AgentReference.events(Metered::Nothing, text, Value::Null);
            let _ = metered;
            all
        }
    }
    "agent-stream-usage-null", "Leaves usage null to the end of a stream.", StreamNull {
        fn events(&self, metered: Metered, text: &str, _: Value) -> Vec<Value> {
            AgentReference.events(metered, text, Value::Null)
        }
    }
    "agent-stream-usage-first", "Tells usage before the words of a stream.", StreamFirst {
        fn events(&self, metered: Metered, text: &str, figures: Value) -> Vec<Value> {
            let mut all = AgentReference.events(metered, text, Value::Null);
            all.insert(0, event(metered, "", figures));
            all
        }
    }
}
