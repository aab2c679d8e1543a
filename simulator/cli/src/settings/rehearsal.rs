//! What a rehearsal plays, and who takes the seller down for it.

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::Outage;
use galleria_protocol::Activity;
use galleria_scenarios::Billing;
use galleria_scenarios::hand::{ChildHand, CommandHand, Hand, Stage};
use galleria_scenarios::profile::{Need, Profile};
use galleria_scenarios::rehearsal::{self, Script};
use galleria_scenarios::scenario::{Scenario, Trouble};

use super::plan::unknown;
use crate::args::RehearseArgs;
use crate::error::CliError;

/// What every answer is judged by, and what is about an order that comes again; the rest of the rules
/// has nothing to look at in a rehearsal.
const JUDGES: [&str; 17] = [
    "TRN*",
    "SIG00[1-4]",
    "AUT001",
    "FLD00[1-46-9]",
    "FLD010",
    "ENC00[1-57]",
    "IDM001",
    "IDM002",
    "IDM003",
    "IDM004",
    "IDM008",
    "IDM014",
    "LIF007",
    "LIF014",
    "LIF016",
    "LIF017",
    "ASY*",
];

/// What judges in addition where another call than the purchase meets the outage, and comes again.
const JUDGES_OF_LATER_CALLS: [(Activity, &str); 5] = [
    (Activity::RefreshInstance, "IDM009"),
    (Activity::ExpireInstance, "IDM010"),
    (Activity::ReleaseInstance, "IDM011"),
    (Activity::Upgrade, "IDM012"),
    (Activity::InstanceStatus, "IDM013"),
];

/// What is rehearsed where nothing is named: the first of these that is called.
const BY_DEFAULT: [Activity; 3] = [
    Activity::NewInstance,
    Activity::RefreshInstance,
    Activity::InstanceStatus,
];

/// Whether a rule judges rehearsals of that scene where the user has named none.
pub(crate) fn judges(id: &str, scene: Activity) -> bool {
    if JUDGES_OF_LATER_CALLS.contains(&(scene, id)) {
        return true;
    }
    JUDGES.iter().any(|pattern| {
        globset::Glob::new(pattern).is_ok_and(|glob| glob.compile_matcher().is_match(id))
    })
}

/// The scenarios of a rehearsal.
pub(crate) fn scenarios(
    args: &RehearseArgs,
    profile: &Profile,
    billing: Billing,
) -> Result<Vec<Scenario>, CliError> {
    if args.crash {
        return crashes(args, profile);
    }
    if args.up_cmd.is_some() && args.down_cmd.is_none() {
        return Err(CliError::usage(
            "--up-cmd ends an outage that --down-cmd begins: give both, or play a --crash, for which \
             it may do both",
        ));
    }
    let script = Script {
        activity: activity(args, profile, billing)?,
        lasts: args.outage,
        troubles: troubles(args)?,
        window: args.window,
        every: args.every,
    };
    Ok(rehearsal::outages(profile, &script))
}

fn crashes(args: &RehearseArgs, profile: &Profile) -> Result<Vec<Scenario>, CliError> {
    if profile.family.is_made_by_the_marketplace() {
        return Err(CliError::usage(format!(
            "--crash kills the seller at work on a purchase, and by {} none is called: the marketplace makes \
             the licence codes itself",
            profile.id
        )));
    }
    if args.start_cmd.is_none() && args.up_cmd.is_none() {
        return Err(CliError::usage(
            "--crash kills the seller: give --start-cmd, with which galleria starts it itself, or \
             --down-cmd and --up-cmd (--up-cmd alone where it does both)",
        ));
    }
    Ok(rehearsal::crashes(args.deaths))
}

/// The scene that is rehearsed: the one that is named, or what is paid for.
pub(crate) fn activity(
    args: &RehearseArgs,
    profile: &Profile,
    billing: Billing,
) -> Result<Activity, CliError> {
    let Some(named) = &args.activity else {
        let mut known = BY_DEFAULT.into_iter();
        let called = |activity: &Activity| profile.need(billing, *activity) != Need::Never;
        return Ok(known.find(called).unwrap_or(Activity::NewInstance));
    };
    let known: Vec<&str> = profile
        .activities()
        .filter(|activity| *activity != Activity::QueryInstance)
        .filter(|activity| {
            let modes = profile.billing.keys();
            modes
                .into_iter()
                .any(|mode| profile.need(*mode, *activity) != Need::Never)
        })
        .map(|activity| profile.called(activity))
        .collect();
    let found = profile
        .activities()
        .find(|activity| profile.called(*activity) == named)
        .filter(|_| known.contains(&named.as_str()));
    found.ok_or_else(|| unknown("activity that is made again", named, &known))
}

fn troubles(args: &RehearseArgs) -> Result<Vec<Trouble>, CliError> {
    if args.real {
        return Ok(vec![Trouble::Away {
            within: args.within,
        }]);
    }
    let down = args.down_cmd.is_some() || args.start_cmd.is_some();
    if down {
        if args.outage_kind.is_empty() {
            return Ok(vec![Trouble::Commands]);
        }
        return Err(CliError::usage(
            "--outage-kind is an outage that galleria plays by itself; with commands that take the \
             seller down there is the real one",
        ));
    }
    let known = Outage::ALL.map(Outage::name);
    let kind = |name: &String| {
        let found = Outage::from_name(name).map(Trouble::Made);
        found.ok_or_else(|| unknown("kind of outage", name, &known))
    };
    args.outage_kind.iter().map(kind).collect()
}

/// Who takes the seller down, where somebody is to.
pub(crate) fn stage(args: &RehearseArgs, clock: &Clock, quiet: bool) -> Option<Stage> {
    let hand: Arc<dyn Hand> = match (&args.start_cmd, &args.up_cmd) {
        (Some(line), _) => Arc::new(ChildHand::new(line, clock.clone(), quiet)),
        (None, Some(up)) => Arc::new(CommandHand::new(
            args.down_cmd.clone(),
            up.clone(),
            clock.clone(),
            quiet,
        )),
        (None, None) => return None,
    };
    Some(Stage {
        hand,
        up_within: args.up_within,
    })
}
