-- index absence_version_seq of absence_version
CREATE INDEX absence_version_seq ON absence_version (seq)

-- index absence_version_time of absence_version
CREATE INDEX absence_version_time ON absence_version (to_at, from_at)

-- index audit_recorded of audit
CREATE INDEX audit_recorded ON audit (at_given, recorded_at)

-- index award_month of award
CREATE INDEX award_month ON award (month)

-- index call_desk_client of call_desk
CREATE INDEX call_desk_client ON call_desk (client_key, started_at)

-- index call_desk_day of call_desk
CREATE INDEX call_desk_day ON call_desk (work_day, department_id, state)

-- index call_desk_department of call_desk
CREATE INDEX call_desk_department ON call_desk (department_id, started_at)

-- index call_desk_merge of call_desk
CREATE INDEX call_desk_merge ON call_desk (person_id, client_key, ended_at)

-- index call_desk_of of call_desk
CREATE INDEX call_desk_of ON call_desk (person_id, started_at)

-- index call_desk_person of call_desk
CREATE INDEX call_desk_person ON call_desk (person_id, state, started_at) WHERE state = 'unprocessed'

-- index call_desk_recent of call_desk
CREATE INDEX call_desk_recent ON call_desk (started_at)

-- index call_desk_ticket of call_desk
CREATE INDEX call_desk_ticket ON call_desk (ticket_id) WHERE ticket_id IS NOT NULL

-- index claim_decision_amount of claim_decision
CREATE INDEX claim_decision_amount ON claim_decision (claim_id) WHERE amount_minor IS NOT NULL

-- index claim_person_day of claim
CREATE INDEX claim_person_day ON claim (person_id, work_day)

-- index closed_measure_day of closed_measure
CREATE INDEX closed_measure_day ON closed_measure (day)

-- index closed_sum_day of closed_sum
CREATE INDEX closed_sum_day ON closed_sum (day)

-- index closed_sum_department_day of closed_sum
CREATE INDEX closed_sum_department_day ON closed_sum (department_id, day)

-- index correction_ticket_of of correction_ticket
CREATE INDEX correction_ticket_of ON correction_ticket (correction_id)

-- index cover_agreement_time of cover_agreement
CREATE INDEX cover_agreement_time ON cover_agreement (to_day, from_day)

-- index credential_person of credential
CREATE INDEX credential_person ON credential (person_id, credential_id)

-- index day_action_sum_action of day_action_sum
CREATE INDEX day_action_sum_action ON day_action_sum (action_id, day)

-- index day_action_sum_day of day_action_sum
CREATE INDEX day_action_sum_day ON day_action_sum (day, person_id, department_id, action_id, quantity, hard)

-- index day_action_sum_department_day of day_action_sum
CREATE INDEX day_action_sum_department_day ON day_action_sum (department_id, day)

-- index day_behalf_sum_day of day_behalf_sum
CREATE INDEX day_behalf_sum_day ON day_behalf_sum (day)

-- index day_call_sum_day of day_call_sum
CREATE INDEX day_call_sum_day ON day_call_sum (day)

-- index day_close_through of day_close
CREATE INDEX day_close_through ON day_close (through_day)

-- index day_sum_day of day_sum
CREATE INDEX day_sum_day ON day_sum (day)

-- index day_sum_department_day of day_sum
CREATE INDEX day_sum_department_day ON day_sum (department_id, day)

-- index deal_outcome_ticket of deal_outcome
CREATE INDEX deal_outcome_ticket ON deal_outcome (ticket_id)

-- index decision_amount of decision
CREATE INDEX decision_amount ON decision (ticket_id, version) WHERE amount_minor IS NOT NULL

-- index deputy_person of deputy
CREATE INDEX deputy_person ON deputy (person_id, to_day)

-- index downtime_time of downtime
CREATE INDEX downtime_time ON downtime (to_at, from_at)

-- index indicator_retirement_code of indicator_retirement
CREATE INDEX indicator_retirement_code ON indicator_retirement (code, from_month)

-- index indicator_target_code of indicator_target
CREATE INDEX indicator_target_code ON indicator_target (code, from_month)

-- index indicator_version_code of indicator_version
CREATE INDEX indicator_version_code ON indicator_version (code, from_month)

-- index individual_day_day of individual_day
CREATE INDEX individual_day_day ON individual_day (day)

-- index merge_hand_ticket of merge_hand
CREATE INDEX merge_hand_ticket ON merge_hand (ticket_id)

-- index money_grant_person of money_grant
CREATE INDEX money_grant_person ON money_grant (person_id)

-- index norm_order_department of norm_order
CREATE INDEX norm_order_department ON norm_order (department_id, effective_day)

-- index note_person of note
CREATE INDEX note_person ON note (person_id, day)

-- index objection_department of objection
CREATE INDEX objection_department ON objection (department_id, about_month)

-- index objection_person of objection
CREATE INDEX objection_person ON objection (person_id, about_month)

-- index observation_operator of observation
CREATE INDEX observation_operator ON observation (operator_id, started_at)

-- index observation_study of observation
CREATE INDEX observation_study ON observation (study_id, started_at)

-- index operator_line_name of operator_line
CREATE INDEX operator_line_name ON operator_line (operator_folded, line_id)

-- index person_terms_person of person_terms
CREATE INDEX person_terms_person ON person_terms (person_id, from_day)

-- index person_version_login of person_version
CREATE INDEX person_version_login ON person_version (login)

-- index private_text_digits of private_text
CREATE INDEX private_text_digits ON private_text (digits) WHERE digits IS NOT NULL

-- index review_sample_days of review_sample
CREATE INDEX review_sample_days ON review_sample (to_day)

-- index review_ticket of review
CREATE INDEX review_ticket ON review (ticket_id)

-- index schedule_person of schedule
CREATE INDEX schedule_person ON schedule (person_id, from_day)

-- index set_pilot_set of set_pilot
CREATE INDEX set_pilot_set ON set_pilot (set_id)

-- index set_withdrawal_set of set_withdrawal
CREATE INDEX set_withdrawal_set ON set_withdrawal (set_id)

-- index sitting_operator of sitting
CREATE INDEX sitting_operator ON sitting (operator_id, started_at)

-- index sqlite_autoindex_absence_1 of absence


-- index sqlite_autoindex_action_1 of action


-- index sqlite_autoindex_audit_1 of audit


-- index sqlite_autoindex_award_1 of award


-- index sqlite_autoindex_call_record_1 of call_record


-- index sqlite_autoindex_checklist_1 of checklist


-- index sqlite_autoindex_claim_1 of claim


-- index sqlite_autoindex_correction_1 of correction


-- index sqlite_autoindex_cover_agreement_1 of cover_agreement


-- index sqlite_autoindex_day_action_sum_1 of day_action_sum


-- index sqlite_autoindex_day_behalf_sum_1 of day_behalf_sum


-- index sqlite_autoindex_day_call_sum_1 of day_call_sum


-- index sqlite_autoindex_day_sum_1 of day_sum


-- index sqlite_autoindex_deal_move_1 of deal_move


-- index sqlite_autoindex_department_1 of department


-- index sqlite_autoindex_deputy_1 of deputy


-- index sqlite_autoindex_downtime_1 of downtime


-- index sqlite_autoindex_money_grant_1 of money_grant


-- index sqlite_autoindex_norm_order_1 of norm_order


-- index sqlite_autoindex_norm_order_2 of norm_order


-- index sqlite_autoindex_norm_order_3 of norm_order


-- index sqlite_autoindex_norm_set_1 of norm_set


-- index sqlite_autoindex_note_1 of note


-- index sqlite_autoindex_objection_1 of objection


-- index sqlite_autoindex_observation_1 of observation


-- index sqlite_autoindex_order_revocation_1 of order_revocation


-- index sqlite_autoindex_pay_scheme_1 of pay_scheme


-- index sqlite_autoindex_person_1 of person


-- index sqlite_autoindex_rating_1 of rating


-- index sqlite_autoindex_review_1 of review


-- index sqlite_autoindex_review_sample_1 of review_sample


-- index sqlite_autoindex_scheme_order_1 of scheme_order


-- index sqlite_autoindex_scheme_order_2 of scheme_order


-- index sqlite_autoindex_scratch_1 of scratch


-- index sqlite_autoindex_sitting_1 of sitting


-- index sqlite_autoindex_study_1 of study


-- index sqlite_autoindex_task_1 of task


-- index sqlite_autoindex_task_step_1 of task_step


-- index sqlite_autoindex_ticket_1 of ticket


-- index sqlite_autoindex_ticket_find_1 of ticket_find


-- index stage_map_stage of stage_map
CREATE INDEX stage_map_stage ON stage_map (pipeline_folded, stage_folded, map_id)

-- index study_action of study
CREATE INDEX study_action ON study (action_id, study_id)

-- index task_department of task
CREATE INDEX task_department ON task (department_id, due_day)

-- index task_person of task
CREATE INDEX task_person ON task (person_id, due_day)

-- index ticket_action_department of ticket_action
CREATE INDEX ticket_action_department ON ticket_action (action_id, department_id, place)

-- index ticket_action_person of ticket_action
CREATE INDEX ticket_action_person ON ticket_action (action_id, person_id, place)

-- index ticket_day of ticket
CREATE INDEX ticket_day ON ticket (work_day)

-- index ticket_department_day of ticket
CREATE INDEX ticket_department_day ON ticket (department_id, work_day)

-- index ticket_find_cancelled of ticket_find
CREATE INDEX ticket_find_cancelled ON ticket_find (place) WHERE cancelled = 1

-- index ticket_find_client of ticket_find
CREATE INDEX ticket_find_client ON ticket_find (client_key, place) WHERE client_key IS NOT NULL

-- index ticket_find_corrected of ticket_find
CREATE INDEX ticket_find_corrected ON ticket_find (place) WHERE version > 1

-- index ticket_find_department of ticket_find
CREATE INDEX ticket_find_department ON ticket_find (department_id, place)

-- index ticket_find_held of ticket_find
CREATE INDEX ticket_find_held ON ticket_find (place) WHERE held = 1

-- index ticket_find_merge of ticket_find
CREATE INDEX ticket_find_merge ON ticket_find (person_id, client_key, saved_at) WHERE client_key IS NOT NULL

-- index ticket_find_person of ticket_find
CREATE INDEX ticket_find_person ON ticket_find (person_id, place)

-- index ticket_find_saved of ticket_find
CREATE INDEX ticket_find_saved ON ticket_find (person_id, saved_at)

-- index ticket_hold_call of ticket_hold
CREATE INDEX ticket_hold_call ON ticket_hold (call_id)

-- index ticket_person_day of ticket
CREATE INDEX ticket_person_day ON ticket (person_id, work_day)

-- index waiting_at of waiting
CREATE INDEX waiting_at ON waiting (at, kind, id)

-- index waiting_operator of waiting
CREATE INDEX waiting_operator ON waiting (operator_folded)

-- table absence of absence
CREATE TABLE absence (
    absence_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table absence_version of absence_version
CREATE TABLE absence_version (
    absence_id INTEGER NOT NULL REFERENCES absence (absence_id),
    version INTEGER NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    leaves_plan INTEGER NOT NULL CHECK (leaves_plan IN (0, 1)),
    covered_freely INTEGER NOT NULL CHECK (covered_freely IN (0, 1)),
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    reason_id INTEGER REFERENCES private_text (text_id),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (absence_id, version),
    CHECK (from_at < to_at)
) STRICT, WITHOUT ROWID

-- table action of action
CREATE TABLE action (
    action_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL
) STRICT

-- table action_amount of action_amount
CREATE TABLE action_amount (
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version),
    FOREIGN KEY (action_id, version) REFERENCES action_version (action_id, version)
) STRICT, WITHOUT ROWID

-- table action_boost of action_boost
CREATE TABLE action_boost (
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    boost_bp INTEGER NOT NULL CHECK (boost_bp > 10000 AND boost_bp <= 100000),
    reason TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version),
    FOREIGN KEY (action_id, version) REFERENCES action_version (action_id, version)
) STRICT, WITHOUT ROWID

-- table action_channel of action_channel
CREATE TABLE action_channel (
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN
        ('inbound-call', 'outbound-call', 'chat', 'deal-stage', 'walk-in', 'back-office', 'task')),
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version, channel),
    FOREIGN KEY (action_id, version) REFERENCES action_version (action_id, version)
) STRICT, WITHOUT ROWID

-- table action_element of action_element
CREATE TABLE action_element (
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 1),
    code TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT,
    break_point TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version, place),
    FOREIGN KEY (action_id, version) REFERENCES action_version (action_id, version)
) STRICT, WITHOUT ROWID

-- table action_version of action_version
CREATE TABLE action_version (
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    version INTEGER NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT,
    folded TEXT NOT NULL,
    action_group TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('manual', 'automatic')),
    hard_criterion TEXT,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version)
) STRICT, WITHOUT ROWID

-- table audit of audit
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    recorded_at INTEGER NOT NULL,
    at_given INTEGER NOT NULL CHECK (at_given IN (0, 1)),
    person TEXT NOT NULL,
    act TEXT NOT NULL,
    command TEXT NOT NULL,
    request TEXT NOT NULL,
    outcome TEXT NOT NULL,
    facts TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (person, command)
) STRICT

-- table award of award
CREATE TABLE award (
    award_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    month TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    reason TEXT NOT NULL,
    granted_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table award_cancel of award_cancel
CREATE TABLE award_cancel (
    award_id INTEGER PRIMARY KEY REFERENCES award (award_id),
    reason TEXT NOT NULL,
    cancelled_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table calendar of calendar
CREATE TABLE calendar (
    calendar_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    year INTEGER,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table call_desk of call_desk
CREATE TABLE call_desk (
    call_id INTEGER PRIMARY KEY,
    person_id INTEGER,
    department_id INTEGER,
    work_day TEXT NOT NULL,
    client_key TEXT,
    started_at INTEGER NOT NULL,
    answered_at INTEGER,
    ended_at INTEGER,
    state TEXT NOT NULL,
    ticket_id INTEGER,
    rule TEXT
) STRICT

-- table call_end of call_end
CREATE TABLE call_end (
    call_id INTEGER PRIMARY KEY REFERENCES call_record (call_id),
    client_id INTEGER REFERENCES private_text (text_id),
    answered_at INTEGER,
    ended_at INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table call_mark of call_mark
CREATE TABLE call_mark (
    call_id INTEGER NOT NULL REFERENCES call_record (call_id),
    step INTEGER NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('dismissed', 'restored')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (call_id, step)
) STRICT, WITHOUT ROWID

-- table call_owner of call_owner
CREATE TABLE call_owner (
    call_id INTEGER PRIMARY KEY REFERENCES call_record (call_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    seq INTEGER NOT NULL
) STRICT

-- table call_record of call_record
CREATE TABLE call_record (
    call_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    operator TEXT,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    client_id INTEGER REFERENCES private_text (text_id),
    started_at INTEGER NOT NULL,
    answered_at INTEGER,
    ended_at INTEGER,
    external_id TEXT,
    work_day TEXT NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK ((person_id IS NULL) = (department_id IS NULL))
) STRICT

-- table checklist of checklist
CREATE TABLE checklist (
    checklist_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    department_id INTEGER REFERENCES department (department_id),
    person_id INTEGER REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    started_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table checklist_item of checklist_item
CREATE TABLE checklist_item (
    checklist_id INTEGER NOT NULL REFERENCES checklist (checklist_id),
    item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 8),
    due_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (checklist_id, item)
) STRICT, WITHOUT ROWID

-- table checklist_tick of checklist_tick
CREATE TABLE checklist_tick (
    checklist_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    on_day TEXT NOT NULL,
    text_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (checklist_id, item),
    FOREIGN KEY (checklist_id, item) REFERENCES checklist_item (checklist_id, item)
) STRICT, WITHOUT ROWID

-- table claim of claim
CREATE TABLE claim (
    claim_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    work_day TEXT NOT NULL,
    set_id INTEGER REFERENCES norm_set (set_id),
    finished_at INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('operator', 'stage')),
    channel TEXT NOT NULL,
    client_id INTEGER REFERENCES private_text (text_id),
    on_behalf_of INTEGER REFERENCES person (person_id),
    reason_id INTEGER NOT NULL REFERENCES private_text (text_id),
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table claim_decision of claim_decision
CREATE TABLE claim_decision (
    claim_id INTEGER NOT NULL REFERENCES claim (claim_id),
    line INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    hard INTEGER NOT NULL CHECK (hard BETWEEN 0 AND quantity),
    amount_minor INTEGER,
    norm_cmin INTEGER NOT NULL,
    boost_bp INTEGER NOT NULL,
    weight_cmin INTEGER NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (claim_id, line)
) STRICT, WITHOUT ROWID

-- table claim_outcome of claim_outcome
CREATE TABLE claim_outcome (
    claim_id INTEGER PRIMARY KEY REFERENCES claim (claim_id),
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason_id INTEGER NOT NULL REFERENCES private_text (text_id),
    seq INTEGER NOT NULL
) STRICT

-- table claim_payment of claim_payment
CREATE TABLE claim_payment (
    claim_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (claim_id, line),
    FOREIGN KEY (claim_id, line) REFERENCES claim_decision (claim_id, line)
) STRICT, WITHOUT ROWID

-- table closed_measure of closed_measure
CREATE TABLE closed_measure (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day)
) STRICT, WITHOUT ROWID

-- table closed_sum of closed_sum
CREATE TABLE closed_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day)
) STRICT, WITHOUT ROWID

-- table correction of correction
CREATE TABLE correction (
    correction_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table correction_ticket of correction_ticket
CREATE TABLE correction_ticket (
    ticket_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    correction_id INTEGER NOT NULL REFERENCES correction (correction_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, version),
    FOREIGN KEY (ticket_id, version) REFERENCES ticket_version (ticket_id, version)
) STRICT, WITHOUT ROWID

-- table cover_agreement of cover_agreement
CREATE TABLE cover_agreement (
    agreement_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    coverer_id INTEGER NOT NULL REFERENCES person (person_id),
    absent_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    share_bp INTEGER,
    proposed_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_day <= to_day AND coverer_id <> absent_id)
) STRICT

-- table cover_step of cover_step
CREATE TABLE cover_step (
    agreement_id INTEGER NOT NULL REFERENCES cover_agreement (agreement_id),
    step TEXT NOT NULL CHECK (step IN ('accepted', 'withdrawn')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    on_day TEXT NOT NULL,
    last_day TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (agreement_id, step)
) STRICT, WITHOUT ROWID

-- table credential of credential
CREATE TABLE credential (
    credential_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    verifier TEXT NOT NULL,
    one_time INTEGER NOT NULL CHECK (one_time IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT

-- table day_action_sum of day_action_sum
CREATE TABLE day_action_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    set_key INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL,
    hard INTEGER NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day, set_key, action_id)
) STRICT

-- table day_amount_sum of day_amount_sum
CREATE TABLE day_amount_sum (
    day TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (day, person_id, department_id, action_id)
) STRICT, WITHOUT ROWID

-- table day_behalf_sum of day_behalf_sum
CREATE TABLE day_behalf_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    absent_id INTEGER NOT NULL REFERENCES person (person_id),
    kpi_cmin INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day, absent_id)
) STRICT

-- table day_call_sum of day_call_sum
CREATE TABLE day_call_sum (
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    calls INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day, state)
) STRICT

-- table day_close of day_close
CREATE TABLE day_close (
    close_id INTEGER PRIMARY KEY,
    from_day TEXT NOT NULL,
    through_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK (from_day <= through_day)
) STRICT

-- table day_rating_sum of day_rating_sum
CREATE TABLE day_rating_sum (
    day TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value_hundredths INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, person_id, department_id, kind)
) STRICT, WITHOUT ROWID

-- table day_sum of day_sum
CREATE TABLE day_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    line_cmin INTEGER NOT NULL,
    line_measured_cmin INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day)
) STRICT

-- table deal_move of deal_move
CREATE TABLE deal_move (
    move_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    history_key TEXT NOT NULL,
    deal TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    stage TEXT NOT NULL,
    moved_at INTEGER NOT NULL,
    responsible TEXT NOT NULL,
    moved_by TEXT,
    client_id INTEGER REFERENCES private_text (text_id),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table deal_outcome of deal_outcome
CREATE TABLE deal_outcome (
    move_id INTEGER PRIMARY KEY REFERENCES deal_move (move_id),
    outcome TEXT NOT NULL CHECK (outcome IN ('ticket', 'claim', 'again', 'dismissed')),
    ticket_id INTEGER REFERENCES ticket (ticket_id),
    claim_id INTEGER REFERENCES claim (claim_id),
    reason_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL
) STRICT

-- table deal_stage of deal_stage
CREATE TABLE deal_stage (
    deal TEXT NOT NULL,
    pipeline_folded TEXT NOT NULL,
    stage_folded TEXT NOT NULL,
    move_id INTEGER NOT NULL REFERENCES deal_move (move_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (deal, pipeline_folded, stage_folded)
) STRICT, WITHOUT ROWID

-- table decision of decision
CREATE TABLE decision (
    ticket_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    line INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    hard INTEGER NOT NULL CHECK (hard BETWEEN 0 AND quantity),
    amount_minor INTEGER,
    norm_cmin INTEGER NOT NULL,
    boost_bp INTEGER NOT NULL,
    weight_cmin INTEGER NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, version, line),
    FOREIGN KEY (ticket_id, version) REFERENCES ticket_version (ticket_id, version)
) STRICT, WITHOUT ROWID

-- table decision_payment of decision_payment
CREATE TABLE decision_payment (
    ticket_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    line INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, version, line),
    FOREIGN KEY (ticket_id, version, line) REFERENCES decision (ticket_id, version, line)
) STRICT, WITHOUT ROWID

-- table deduction_decision of deduction_decision
CREATE TABLE deduction_decision (
    decision_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    of_month TEXT NOT NULL,
    difference_minor INTEGER NOT NULL,
    deducted INTEGER NOT NULL CHECK (deducted IN (0, 1)),
    ground TEXT NOT NULL,
    decided_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table department of department
CREATE TABLE department (
    department_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table deputy of deputy
CREATE TABLE deputy (
    deputy_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    supervisor_id INTEGER NOT NULL REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    named_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_day <= to_day)
) STRICT

-- table deputy_end of deputy_end
CREATE TABLE deputy_end (
    deputy_id INTEGER NOT NULL PRIMARY KEY REFERENCES deputy (deputy_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table downtime of downtime
CREATE TABLE downtime (
    downtime_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('employer', 'nobody', 'employee')),
    reason_id INTEGER REFERENCES private_text (text_id),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_at < to_at)
) STRICT

-- table downtime_cancel of downtime_cancel
CREATE TABLE downtime_cancel (
    downtime_id INTEGER PRIMARY KEY REFERENCES downtime (downtime_id),
    reason_id INTEGER REFERENCES private_text (text_id),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table downtime_person of downtime_person
CREATE TABLE downtime_person (
    downtime_id INTEGER NOT NULL REFERENCES downtime (downtime_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (downtime_id, person_id)
) STRICT, WITHOUT ROWID

-- table floor of floor
CREATE TABLE floor (
    floor_id INTEGER PRIMARY KEY CHECK (floor_id = 1),
    uuid TEXT NOT NULL,
    organisation TEXT NOT NULL,
    rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT

-- table head of head
CREATE TABLE head (
    head_id INTEGER PRIMARY KEY CHECK (head_id = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT

-- table hold_end of hold_end
CREATE TABLE hold_end (
    ticket_id INTEGER PRIMARY KEY REFERENCES ticket_hold (ticket_id),
    cause TEXT NOT NULL CHECK (cause IN ('call-ended', 'day-closed')),
    seq INTEGER NOT NULL
) STRICT

-- table indicator_retirement of indicator_retirement
CREATE TABLE indicator_retirement (
    retirement_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    from_month TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table indicator_target of indicator_target
CREATE TABLE indicator_target (
    target_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    department_id INTEGER REFERENCES department (department_id),
    position TEXT,
    from_month TEXT NOT NULL,
    content TEXT,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table indicator_version of indicator_version
CREATE TABLE indicator_version (
    version_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    from_month TEXT NOT NULL,
    content TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table individual_day of individual_day
CREATE TABLE individual_day (
    individual_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    day TEXT NOT NULL,
    intervals TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table locked_recalculation of locked_recalculation
CREATE TABLE locked_recalculation (
    month TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    of_month TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    settled_minor INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_id, of_month)
) STRICT, WITHOUT ROWID

-- table locked_statement of locked_statement
CREATE TABLE locked_statement (
    month TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    own_total_minor INTEGER NOT NULL,
    total_minor INTEGER NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_id)
) STRICT, WITHOUT ROWID

-- table merge_hand of merge_hand
CREATE TABLE merge_hand (
    call_id INTEGER NOT NULL REFERENCES call_record (call_id),
    step INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES ticket (ticket_id),
    hand TEXT NOT NULL CHECK (hand IN ('attach', 'undo')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (call_id, step)
) STRICT, WITHOUT ROWID

-- table money_grant of money_grant
CREATE TABLE money_grant (
    grant_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    granted_by INTEGER NOT NULL REFERENCES person (person_id),
    granted_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK (person_id <> granted_by)
) STRICT

-- table money_grant_end of money_grant_end
CREATE TABLE money_grant_end (
    grant_id INTEGER PRIMARY KEY REFERENCES money_grant (grant_id),
    ended_by INTEGER NOT NULL REFERENCES person (person_id),
    ended_day TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table month_lock of month_lock
CREATE TABLE month_lock (
    month TEXT NOT NULL,
    person_key INTEGER NOT NULL,
    through_day TEXT NOT NULL,
    locked_by INTEGER NOT NULL REFERENCES person (person_id),
    chain_head TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_key)
) STRICT, WITHOUT ROWID

-- table month_touch of month_touch
CREATE TABLE month_touch (
    month TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID

-- table norm_evidence of norm_evidence
CREATE TABLE norm_evidence (
    set_id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    method TEXT NOT NULL,
    low_ms INTEGER,
    high_ms INTEGER,
    operators INTEGER NOT NULL,
    share_from_day TEXT,
    share_to_day TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, action_id, version),
    FOREIGN KEY (set_id, action_id, version) REFERENCES norm_line (set_id, action_id, version),
    CHECK ((low_ms IS NULL) = (high_ms IS NULL) AND low_ms <= high_ms)
) STRICT, WITHOUT ROWID

-- table norm_line of norm_line
CREATE TABLE norm_line (
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    version INTEGER NOT NULL,
    basis TEXT NOT NULL,
    study_id INTEGER REFERENCES study (study_id),
    norm_cmin INTEGER NOT NULL CHECK (norm_cmin >= 1),
    boost_bp INTEGER NOT NULL CHECK (boost_bp >= 10000),
    boost_reason TEXT,
    weight_cmin INTEGER NOT NULL,
    allowance_bp INTEGER,
    hard_share_bp INTEGER,
    hard_share_count INTEGER,
    hard_share_source TEXT,
    regular_count INTEGER NOT NULL,
    hard_count INTEGER NOT NULL,
    excluded_count INTEGER NOT NULL,
    exact TEXT,
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, action_id, version)
) STRICT, WITHOUT ROWID

-- table norm_order of norm_order
CREATE TABLE norm_order (
    order_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    set_id INTEGER NOT NULL UNIQUE REFERENCES norm_set (set_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    number TEXT NOT NULL,
    number_folded TEXT NOT NULL UNIQUE,
    signed_day TEXT NOT NULL,
    effective_day TEXT NOT NULL,
    effective_at INTEGER NOT NULL,
    approved_by INTEGER NOT NULL REFERENCES person (person_id),
    early_reason TEXT,
    pilot_reason TEXT,
    representative TEXT,
    fingerprint TEXT NOT NULL,
    chain_head TEXT NOT NULL,
    password_reset_by TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table norm_set of norm_set
CREATE TABLE norm_set (
    set_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    name TEXT NOT NULL,
    allowance_bp INTEGER NOT NULL,
    origin TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table note of note
CREATE TABLE note (
    note_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    day TEXT,
    text_id INTEGER NOT NULL REFERENCES private_text (text_id),
    written_by INTEGER NOT NULL REFERENCES person (person_id),
    written_day TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table note_cancel of note_cancel
CREATE TABLE note_cancel (
    note_id INTEGER PRIMARY KEY REFERENCES note (note_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason_id INTEGER NOT NULL REFERENCES private_text (text_id),
    seq INTEGER NOT NULL
) STRICT

-- table objection of objection
CREATE TABLE objection (
    objection_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    about TEXT NOT NULL,
    about_day TEXT,
    about_month TEXT NOT NULL,
    text_id INTEGER NOT NULL REFERENCES private_text (text_id),
    raised_day TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table objection_answer of objection_answer
CREATE TABLE objection_answer (
    objection_id INTEGER PRIMARY KEY REFERENCES objection (objection_id),
    upheld INTEGER NOT NULL CHECK (upheld IN (0, 1)),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text_id INTEGER NOT NULL REFERENCES private_text (text_id),
    answered_day TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table observation of observation
CREATE TABLE observation (
    observation_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    study_id INTEGER NOT NULL REFERENCES study (study_id),
    operator_id INTEGER NOT NULL REFERENCES person (person_id),
    started_at INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL CHECK (duration_ms > 0),
    class TEXT NOT NULL CHECK (class IN ('regular', 'hard')),
    rating_bp INTEGER NOT NULL,
    paused_ms INTEGER NOT NULL,
    note_id INTEGER REFERENCES private_text (text_id),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table observation_amendment of observation_amendment
CREATE TABLE observation_amendment (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    version INTEGER NOT NULL,
    rating_bp INTEGER NOT NULL,
    note_id INTEGER REFERENCES private_text (text_id),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version)
) STRICT, WITHOUT ROWID

-- table observation_decision of observation_decision
CREATE TABLE observation_decision (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    version INTEGER NOT NULL,
    decided TEXT NOT NULL CHECK (decided IN ('regular', 'hard', 'exclude')),
    reason TEXT,
    note_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version)
) STRICT, WITHOUT ROWID

-- table observation_element of observation_element
CREATE TABLE observation_element (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    code TEXT NOT NULL,
    duration_ms INTEGER NOT NULL CHECK (duration_ms > 0),
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, place)
) STRICT, WITHOUT ROWID

-- table observation_pause of observation_pause
CREATE TABLE observation_pause (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    length_ms INTEGER NOT NULL CHECK (length_ms > 0),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, place)
) STRICT, WITHOUT ROWID

-- table observation_reopening of observation_reopening
CREATE TABLE observation_reopening (
    observation_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version),
    FOREIGN KEY (observation_id, version) REFERENCES observation_decision (observation_id, version)
) STRICT, WITHOUT ROWID

-- table operator_line of operator_line
CREATE TABLE operator_line (
    line_id INTEGER PRIMARY KEY,
    operator_folded TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table order_acknowledgement of order_acknowledgement
CREATE TABLE order_acknowledgement (
    order_id INTEGER NOT NULL REFERENCES norm_order (order_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (order_id, person_id)
) STRICT, WITHOUT ROWID

-- table order_revocation of order_revocation
CREATE TABLE order_revocation (
    order_id INTEGER NOT NULL PRIMARY KEY REFERENCES norm_order (order_id),
    number TEXT NOT NULL,
    number_folded TEXT NOT NULL UNIQUE,
    signed_day TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason TEXT,
    password_reset_by TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table order_terms of order_terms
CREATE TABLE order_terms (
    order_id INTEGER NOT NULL PRIMARY KEY REFERENCES norm_order (order_id),
    pilot_id INTEGER REFERENCES set_pilot (pilot_id),
    pilot_days INTEGER NOT NULL CHECK (pilot_days >= 0),
    supersedes INTEGER REFERENCES norm_order (order_id),
    seq INTEGER NOT NULL
) STRICT

-- table pay_scheme of pay_scheme
CREATE TABLE pay_scheme (
    scheme_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    position TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table person of person
CREATE TABLE person (
    person_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL
) STRICT

-- table person_role of person_role
CREATE TABLE person_role (
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    role TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, version, role),
    FOREIGN KEY (person_id, version) REFERENCES person_version (person_id, version)
) STRICT, WITHOUT ROWID

-- table person_terms of person_terms
CREATE TABLE person_terms (
    terms_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    department_id INTEGER REFERENCES department (department_id),
    position TEXT,
    rate_bp INTEGER NOT NULL,
    salary_minor INTEGER,
    seq INTEGER NOT NULL
) STRICT

-- table person_version of person_version
CREATE TABLE person_version (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    login TEXT,
    department_id INTEGER REFERENCES department (department_id),
    position TEXT,
    rate_bp INTEGER NOT NULL,
    salary_minor INTEGER,
    from_day TEXT NOT NULL,
    to_day TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, version)
) STRICT, WITHOUT ROWID

-- table private_text of private_text
CREATE TABLE private_text (
    text_id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    salt TEXT,
    body TEXT,
    folded TEXT,
    digits TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table rating of rating
CREATE TABLE rating (
    rating_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    value_hundredths INTEGER NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 1),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table review of review
CREATE TABLE review (
    review_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    ticket_id INTEGER NOT NULL REFERENCES ticket (ticket_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    question_id INTEGER NOT NULL REFERENCES private_text (text_id),
    seq INTEGER NOT NULL
) STRICT

-- table review_sample of review_sample
CREATE TABLE review_sample (
    sample_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    drawn_by INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    person_id INTEGER REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    size INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    population INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table review_sample_ticket of review_sample_ticket
CREATE TABLE review_sample_ticket (
    sample_id INTEGER NOT NULL REFERENCES review_sample (sample_id),
    place INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES ticket (ticket_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (sample_id, place)
) STRICT, WITHOUT ROWID

-- table review_step of review_step
CREATE TABLE review_step (
    review_id INTEGER NOT NULL REFERENCES review (review_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('answered', 'closed')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text_id INTEGER NOT NULL REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (review_id, step)
) STRICT, WITHOUT ROWID

-- table schedule of schedule
CREATE TABLE schedule (
    schedule_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    pattern TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table scheme_order of scheme_order
CREATE TABLE scheme_order (
    scheme_id INTEGER PRIMARY KEY REFERENCES pay_scheme (scheme_id),
    uuid TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    number_folded TEXT NOT NULL UNIQUE,
    signed_day TEXT NOT NULL,
    effective_month TEXT NOT NULL,
    approved_by INTEGER NOT NULL REFERENCES person (person_id),
    early_reason TEXT,
    fingerprint TEXT NOT NULL,
    chain_head TEXT NOT NULL,
    password_reset_by TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table scheme_state of scheme_state
CREATE TABLE scheme_state (
    scheme_id INTEGER NOT NULL REFERENCES pay_scheme (scheme_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'pilot', 'submitted', 'returned')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text TEXT NOT NULL,
    from_month TEXT,
    to_month TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (scheme_id, step)
) STRICT, WITHOUT ROWID

-- table scheme_version of scheme_version
CREATE TABLE scheme_version (
    scheme_id INTEGER NOT NULL REFERENCES pay_scheme (scheme_id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (scheme_id, version)
) STRICT, WITHOUT ROWID

-- table scratch of scratch
CREATE TABLE scratch (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    kind TEXT NOT NULL,
    slot TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, kind, slot)
) STRICT

-- table set_pilot of set_pilot
CREATE TABLE set_pilot (
    pilot_id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_day <= to_day)
) STRICT

-- table set_state of set_state
CREATE TABLE set_state (
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('submitted', 'returned')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, step)
) STRICT, WITHOUT ROWID

-- table set_terms of set_terms
CREATE TABLE set_terms (
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    allowance_bp INTEGER NOT NULL,
    convention TEXT NOT NULL CHECK (convention IN ('normal', 'shift')),
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, version)
) STRICT, WITHOUT ROWID

-- table set_withdrawal of set_withdrawal
CREATE TABLE set_withdrawal (
    withdrawal_id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table setting of setting
CREATE TABLE setting (
    setting_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    value TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table sitting of sitting
CREATE TABLE sitting (
    sitting_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    operator_id INTEGER NOT NULL REFERENCES person (person_id),
    observer_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
    seq INTEGER NOT NULL
) STRICT

-- table sitting_pause of sitting_pause
CREATE TABLE sitting_pause (
    sitting_id INTEGER NOT NULL REFERENCES sitting (sitting_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    length_ms INTEGER NOT NULL CHECK (length_ms > 0),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (sitting_id, place)
) STRICT, WITHOUT ROWID

-- table stage_map of stage_map
CREATE TABLE stage_map (
    map_id INTEGER PRIMARY KEY,
    pipeline TEXT NOT NULL,
    stage TEXT NOT NULL,
    pipeline_folded TEXT NOT NULL,
    stage_folded TEXT NOT NULL,
    self_moving INTEGER NOT NULL CHECK (self_moving IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT

-- table stage_map_decision of stage_map_decision
CREATE TABLE stage_map_decision (
    map_id INTEGER NOT NULL REFERENCES stage_map (map_id),
    line INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    seq INTEGER NOT NULL,
    PRIMARY KEY (map_id, line)
) STRICT, WITHOUT ROWID

-- table study of study
CREATE TABLE study (
    study_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    opened_by INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    source TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table study_conditions of study_conditions
CREATE TABLE study_conditions (
    study_id INTEGER NOT NULL REFERENCES study (study_id),
    version INTEGER NOT NULL,
    note_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (study_id, version)
) STRICT, WITHOUT ROWID

-- table task of task
CREATE TABLE task (
    task_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    given_by INTEGER REFERENCES person (person_id),
    title_id INTEGER NOT NULL REFERENCES private_text (text_id),
    text_id INTEGER REFERENCES private_text (text_id),
    due_day TEXT NOT NULL,
    given_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK (given_by IS NULL OR given_by <> person_id)
) STRICT

-- table task_decision of task_decision
CREATE TABLE task_decision (
    task_id INTEGER NOT NULL REFERENCES task (task_id),
    line INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    hard INTEGER NOT NULL CHECK (hard BETWEEN 0 AND quantity),
    amount_minor INTEGER,
    seq INTEGER NOT NULL,
    PRIMARY KEY (task_id, line)
) STRICT, WITHOUT ROWID

-- table task_step of task_step
CREATE TABLE task_step (
    task_id INTEGER NOT NULL REFERENCES task (task_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'accepted', 'returned', 'cancelled')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    on_day TEXT NOT NULL,
    due_day TEXT,
    ticket_id INTEGER UNIQUE REFERENCES ticket (ticket_id),
    text_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (task_id, step)
) STRICT, WITHOUT ROWID

-- table ticket of ticket
CREATE TABLE ticket (
    ticket_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    work_day TEXT NOT NULL,
    set_id INTEGER REFERENCES norm_set (set_id),
    finished_at INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('manual', 'import', 'automatic')),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table ticket_action of ticket_action
CREATE TABLE ticket_action (
    action_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    PRIMARY KEY (action_id, place)
) STRICT, WITHOUT ROWID

-- table ticket_find of ticket_find
CREATE TABLE ticket_find (
    place INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL UNIQUE,
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    client_key TEXT,
    opened_at INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    held INTEGER NOT NULL,
    takes_calls INTEGER NOT NULL
) STRICT

-- table ticket_hold of ticket_hold
CREATE TABLE ticket_hold (
    ticket_id INTEGER PRIMARY KEY REFERENCES ticket (ticket_id),
    call_id INTEGER NOT NULL REFERENCES call_record (call_id),
    seq INTEGER NOT NULL
) STRICT

-- table ticket_version of ticket_version
CREATE TABLE ticket_version (
    ticket_id INTEGER NOT NULL REFERENCES ticket (ticket_id),
    version INTEGER NOT NULL,
    channel TEXT NOT NULL,
    client_id INTEGER REFERENCES private_text (text_id),
    comment_id INTEGER REFERENCES private_text (text_id),
    opened_at INTEGER,
    outcome TEXT,
    on_behalf_of INTEGER REFERENCES person (person_id),
    reason TEXT,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    after_close INTEGER NOT NULL CHECK (after_close IN (0, 1)),
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    line_cmin INTEGER NOT NULL,
    line_measured_cmin INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, version)
) STRICT, WITHOUT ROWID

-- table ticket_words of ticket_words
CREATE VIRTUAL TABLE ticket_words USING fts5 (
    comment, client, who, content = '', contentless_delete = 1, prefix = '2 3 4 5 6 7 8', detail = column,
    tokenize = 'unicode61 remove_diacritics 0'
)

-- table ticket_words_config of ticket_words_config
CREATE TABLE 'ticket_words_config'(k PRIMARY KEY, v) WITHOUT ROWID

-- table ticket_words_data of ticket_words_data
CREATE TABLE 'ticket_words_data'(id INTEGER PRIMARY KEY, block BLOB)

-- table ticket_words_docsize of ticket_words_docsize
CREATE TABLE 'ticket_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)

-- table ticket_words_idx of ticket_words_idx
CREATE TABLE 'ticket_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

-- table waiting of waiting
CREATE TABLE waiting (
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    operator_folded TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID

-- trigger absence_no_delete of absence
CREATE TRIGGER absence_no_delete BEFORE DELETE ON absence BEGIN SELECT RAISE(ABORT, 'norma: absence holds facts, they are never changed or deleted'); END

-- trigger absence_no_replace of absence
CREATE TRIGGER absence_no_replace BEFORE INSERT ON absence WHEN EXISTS (SELECT 1 FROM absence WHERE (absence_id = NEW.absence_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: absence holds facts, they are never replaced'); END

-- trigger absence_no_update of absence
CREATE TRIGGER absence_no_update BEFORE UPDATE ON absence BEGIN SELECT RAISE(ABORT, 'norma: absence holds facts, they are never changed or deleted'); END

-- trigger absence_version_no_delete of absence_version
CREATE TRIGGER absence_version_no_delete BEFORE DELETE ON absence_version BEGIN SELECT RAISE(ABORT, 'norma: absence_version holds facts, they are never changed or deleted'); END

-- trigger absence_version_no_replace of absence_version
CREATE TRIGGER absence_version_no_replace BEFORE INSERT ON absence_version WHEN EXISTS (SELECT 1 FROM absence_version WHERE (absence_id = NEW.absence_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: absence_version holds facts, they are never replaced'); END

-- trigger absence_version_no_update of absence_version
CREATE TRIGGER absence_version_no_update BEFORE UPDATE ON absence_version BEGIN SELECT RAISE(ABORT, 'norma: absence_version holds facts, they are never changed or deleted'); END

-- trigger action_amount_no_delete of action_amount
CREATE TRIGGER action_amount_no_delete BEFORE DELETE ON action_amount BEGIN SELECT RAISE(ABORT, 'norma: action_amount holds facts, they are never changed or deleted'); END

-- trigger action_amount_no_replace of action_amount
CREATE TRIGGER action_amount_no_replace BEFORE INSERT ON action_amount WHEN EXISTS (SELECT 1 FROM action_amount WHERE (action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: action_amount holds facts, they are never replaced'); END

-- trigger action_amount_no_update of action_amount
CREATE TRIGGER action_amount_no_update BEFORE UPDATE ON action_amount BEGIN SELECT RAISE(ABORT, 'norma: action_amount holds facts, they are never changed or deleted'); END

-- trigger action_boost_no_delete of action_boost
CREATE TRIGGER action_boost_no_delete BEFORE DELETE ON action_boost BEGIN SELECT RAISE(ABORT, 'norma: action_boost holds facts, they are never changed or deleted'); END

-- trigger action_boost_no_replace of action_boost
CREATE TRIGGER action_boost_no_replace BEFORE INSERT ON action_boost WHEN EXISTS (SELECT 1 FROM action_boost WHERE (action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: action_boost holds facts, they are never replaced'); END

-- trigger action_boost_no_update of action_boost
CREATE TRIGGER action_boost_no_update BEFORE UPDATE ON action_boost BEGIN SELECT RAISE(ABORT, 'norma: action_boost holds facts, they are never changed or deleted'); END

-- trigger action_channel_no_delete of action_channel
CREATE TRIGGER action_channel_no_delete BEFORE DELETE ON action_channel BEGIN SELECT RAISE(ABORT, 'norma: action_channel holds facts, they are never changed or deleted'); END

-- trigger action_channel_no_replace of action_channel
CREATE TRIGGER action_channel_no_replace BEFORE INSERT ON action_channel WHEN EXISTS (SELECT 1 FROM action_channel WHERE (action_id = NEW.action_id AND version = NEW.version AND channel = NEW.channel)) BEGIN SELECT RAISE(ABORT, 'norma: action_channel holds facts, they are never replaced'); END

-- trigger action_channel_no_update of action_channel
CREATE TRIGGER action_channel_no_update BEFORE UPDATE ON action_channel BEGIN SELECT RAISE(ABORT, 'norma: action_channel holds facts, they are never changed or deleted'); END

-- trigger action_element_no_delete of action_element
CREATE TRIGGER action_element_no_delete BEFORE DELETE ON action_element BEGIN SELECT RAISE(ABORT, 'norma: action_element holds facts, they are never changed or deleted'); END

-- trigger action_element_no_replace of action_element
CREATE TRIGGER action_element_no_replace BEFORE INSERT ON action_element WHEN EXISTS (SELECT 1 FROM action_element WHERE (action_id = NEW.action_id AND version = NEW.version AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: action_element holds facts, they are never replaced'); END

-- trigger action_element_no_update of action_element
CREATE TRIGGER action_element_no_update BEFORE UPDATE ON action_element BEGIN SELECT RAISE(ABORT, 'norma: action_element holds facts, they are never changed or deleted'); END

-- trigger action_no_delete of action
CREATE TRIGGER action_no_delete BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'norma: action holds facts, they are never changed or deleted'); END

-- trigger action_no_replace of action
CREATE TRIGGER action_no_replace BEFORE INSERT ON action WHEN EXISTS (SELECT 1 FROM action WHERE (action_id = NEW.action_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: action holds facts, they are never replaced'); END

-- trigger action_no_update of action
CREATE TRIGGER action_no_update BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'norma: action holds facts, they are never changed or deleted'); END

-- trigger action_version_no_delete of action_version
CREATE TRIGGER action_version_no_delete BEFORE DELETE ON action_version BEGIN SELECT RAISE(ABORT, 'norma: action_version holds facts, they are never changed or deleted'); END

-- trigger action_version_no_replace of action_version
CREATE TRIGGER action_version_no_replace BEFORE INSERT ON action_version WHEN EXISTS (SELECT 1 FROM action_version WHERE (action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: action_version holds facts, they are never replaced'); END

-- trigger action_version_no_update of action_version
CREATE TRIGGER action_version_no_update BEFORE UPDATE ON action_version BEGIN SELECT RAISE(ABORT, 'norma: action_version holds facts, they are never changed or deleted'); END

-- trigger audit_no_delete of audit
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'norma: audit holds facts, they are never changed or deleted'); END

-- trigger audit_no_replace of audit
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE (seq = NEW.seq) OR (person = NEW.person AND command = NEW.command)) BEGIN SELECT RAISE(ABORT, 'norma: audit holds facts, they are never replaced'); END

-- trigger audit_no_update of audit
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'norma: audit holds facts, they are never changed or deleted'); END

-- trigger award_cancel_no_delete of award_cancel
CREATE TRIGGER award_cancel_no_delete BEFORE DELETE ON award_cancel BEGIN SELECT RAISE(ABORT, 'norma: award_cancel holds facts, they are never changed or deleted'); END

-- trigger award_cancel_no_replace of award_cancel
CREATE TRIGGER award_cancel_no_replace BEFORE INSERT ON award_cancel WHEN EXISTS (SELECT 1 FROM award_cancel WHERE (award_id = NEW.award_id)) BEGIN SELECT RAISE(ABORT, 'norma: award_cancel holds facts, they are never replaced'); END

-- trigger award_cancel_no_update of award_cancel
CREATE TRIGGER award_cancel_no_update BEFORE UPDATE ON award_cancel BEGIN SELECT RAISE(ABORT, 'norma: award_cancel holds facts, they are never changed or deleted'); END

-- trigger award_no_delete of award
CREATE TRIGGER award_no_delete BEFORE DELETE ON award BEGIN SELECT RAISE(ABORT, 'norma: award holds facts, they are never changed or deleted'); END

-- trigger award_no_replace of award
CREATE TRIGGER award_no_replace BEFORE INSERT ON award WHEN EXISTS (SELECT 1 FROM award WHERE (award_id = NEW.award_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: award holds facts, they are never replaced'); END

-- trigger award_no_update of award
CREATE TRIGGER award_no_update BEFORE UPDATE ON award BEGIN SELECT RAISE(ABORT, 'norma: award holds facts, they are never changed or deleted'); END

-- trigger calendar_no_delete of calendar
CREATE TRIGGER calendar_no_delete BEFORE DELETE ON calendar BEGIN SELECT RAISE(ABORT, 'norma: calendar holds facts, they are never changed or deleted'); END

-- trigger calendar_no_replace of calendar
CREATE TRIGGER calendar_no_replace BEFORE INSERT ON calendar WHEN EXISTS (SELECT 1 FROM calendar WHERE (calendar_id = NEW.calendar_id)) BEGIN SELECT RAISE(ABORT, 'norma: calendar holds facts, they are never replaced'); END

-- trigger calendar_no_update of calendar
CREATE TRIGGER calendar_no_update BEFORE UPDATE ON calendar BEGIN SELECT RAISE(ABORT, 'norma: calendar holds facts, they are never changed or deleted'); END

-- trigger call_desk_counted of call_desk
CREATE TRIGGER call_desk_counted AFTER INSERT ON call_desk WHEN NEW.person_id IS NOT NULL AND NEW.department_id IS NOT NULL
BEGIN
    INSERT INTO day_call_sum (person_id, department_id, day, state, calls)
    VALUES (NEW.person_id, NEW.department_id, NEW.work_day, NEW.state, 1)
    ON CONFLICT (person_id, department_id, day, state) DO UPDATE SET calls = calls + 1;
END

-- trigger call_desk_recounted of call_desk
CREATE TRIGGER call_desk_recounted AFTER UPDATE ON call_desk
WHEN OLD.person_id IS NOT NEW.person_id OR OLD.department_id IS NOT NEW.department_id OR OLD.work_day IS NOT NEW.work_day
    OR OLD.state IS NOT NEW.state
BEGIN
    UPDATE day_call_sum SET calls = calls - 1
    WHERE person_id = OLD.person_id AND department_id = OLD.department_id AND day = OLD.work_day AND state = OLD.state;
    INSERT INTO day_call_sum (person_id, department_id, day, state, calls)
    SELECT NEW.person_id, NEW.department_id, NEW.work_day, NEW.state, 1
    WHERE NEW.person_id IS NOT NULL AND NEW.department_id IS NOT NULL
    ON CONFLICT (person_id, department_id, day, state) DO UPDATE SET calls = calls + 1;
END

-- trigger call_desk_uncounted of call_desk
CREATE TRIGGER call_desk_uncounted AFTER DELETE ON call_desk
BEGIN
    UPDATE day_call_sum SET calls = calls - 1
    WHERE person_id = OLD.person_id AND department_id = OLD.department_id AND day = OLD.work_day AND state = OLD.state;
END

-- trigger call_end_no_delete of call_end
CREATE TRIGGER call_end_no_delete BEFORE DELETE ON call_end BEGIN SELECT RAISE(ABORT, 'norma: call_end holds facts, they are never changed or deleted'); END

-- trigger call_end_no_replace of call_end
CREATE TRIGGER call_end_no_replace BEFORE INSERT ON call_end WHEN EXISTS (SELECT 1 FROM call_end WHERE (call_id = NEW.call_id)) BEGIN SELECT RAISE(ABORT, 'norma: call_end holds facts, they are never replaced'); END

-- trigger call_end_no_update of call_end
CREATE TRIGGER call_end_no_update BEFORE UPDATE ON call_end BEGIN SELECT RAISE(ABORT, 'norma: call_end holds facts, they are never changed or deleted'); END

-- trigger call_mark_no_delete of call_mark
CREATE TRIGGER call_mark_no_delete BEFORE DELETE ON call_mark BEGIN SELECT RAISE(ABORT, 'norma: call_mark holds facts, they are never changed or deleted'); END

-- trigger call_mark_no_replace of call_mark
CREATE TRIGGER call_mark_no_replace BEFORE INSERT ON call_mark WHEN EXISTS (SELECT 1 FROM call_mark WHERE (call_id = NEW.call_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: call_mark holds facts, they are never replaced'); END

-- trigger call_mark_no_update of call_mark
CREATE TRIGGER call_mark_no_update BEFORE UPDATE ON call_mark BEGIN SELECT RAISE(ABORT, 'norma: call_mark holds facts, they are never changed or deleted'); END

-- trigger call_mark_touches of call_mark
CREATE TRIGGER call_mark_touches AFTER INSERT ON call_mark
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(c.work_day, 1, 7), NEW.seq FROM call_record c WHERE c.call_id = NEW.call_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- trigger call_owner_no_delete of call_owner
CREATE TRIGGER call_owner_no_delete BEFORE DELETE ON call_owner BEGIN SELECT RAISE(ABORT, 'norma: call_owner holds facts, they are never changed or deleted'); END

-- trigger call_owner_no_replace of call_owner
CREATE TRIGGER call_owner_no_replace BEFORE INSERT ON call_owner WHEN EXISTS (SELECT 1 FROM call_owner WHERE (call_id = NEW.call_id)) BEGIN SELECT RAISE(ABORT, 'norma: call_owner holds facts, they are never replaced'); END

-- trigger call_owner_no_update of call_owner
CREATE TRIGGER call_owner_no_update BEFORE UPDATE ON call_owner BEGIN SELECT RAISE(ABORT, 'norma: call_owner holds facts, they are never changed or deleted'); END

-- trigger call_owner_touches of call_owner
CREATE TRIGGER call_owner_touches AFTER INSERT ON call_owner
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(c.work_day, 1, 7), NEW.seq FROM call_record c WHERE c.call_id = NEW.call_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- trigger call_record_no_delete of call_record
CREATE TRIGGER call_record_no_delete BEFORE DELETE ON call_record BEGIN SELECT RAISE(ABORT, 'norma: call_record holds facts, they are never changed or deleted'); END

-- trigger call_record_no_replace of call_record
CREATE TRIGGER call_record_no_replace BEFORE INSERT ON call_record WHEN EXISTS (SELECT 1 FROM call_record WHERE (call_id = NEW.call_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: call_record holds facts, they are never replaced'); END

-- trigger call_record_no_update of call_record
CREATE TRIGGER call_record_no_update BEFORE UPDATE ON call_record BEGIN SELECT RAISE(ABORT, 'norma: call_record holds facts, they are never changed or deleted'); END

-- trigger call_record_touches of call_record
CREATE TRIGGER call_record_touches AFTER INSERT ON call_record
BEGIN
    INSERT INTO month_touch (month, seq) VALUES (substr(NEW.work_day, 1, 7), NEW.seq)
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- trigger checklist_item_no_delete of checklist_item
CREATE TRIGGER checklist_item_no_delete BEFORE DELETE ON checklist_item BEGIN SELECT RAISE(ABORT, 'norma: checklist_item holds facts, they are never changed or deleted'); END

-- trigger checklist_item_no_replace of checklist_item
CREATE TRIGGER checklist_item_no_replace BEFORE INSERT ON checklist_item WHEN EXISTS (SELECT 1 FROM checklist_item WHERE (checklist_id = NEW.checklist_id AND item = NEW.item)) BEGIN SELECT RAISE(ABORT, 'norma: checklist_item holds facts, they are never replaced'); END

-- trigger checklist_item_no_update of checklist_item
CREATE TRIGGER checklist_item_no_update BEFORE UPDATE ON checklist_item BEGIN SELECT RAISE(ABORT, 'norma: checklist_item holds facts, they are never changed or deleted'); END

-- trigger checklist_no_delete of checklist
CREATE TRIGGER checklist_no_delete BEFORE DELETE ON checklist BEGIN SELECT RAISE(ABORT, 'norma: checklist holds facts, they are never changed or deleted'); END

-- trigger checklist_no_replace of checklist
CREATE TRIGGER checklist_no_replace BEFORE INSERT ON checklist WHEN EXISTS (SELECT 1 FROM checklist WHERE (checklist_id = NEW.checklist_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: checklist holds facts, they are never replaced'); END

-- trigger checklist_no_update of checklist
CREATE TRIGGER checklist_no_update BEFORE UPDATE ON checklist BEGIN SELECT RAISE(ABORT, 'norma: checklist holds facts, they are never changed or deleted'); END

-- trigger checklist_tick_no_delete of checklist_tick
CREATE TRIGGER checklist_tick_no_delete BEFORE DELETE ON checklist_tick BEGIN SELECT RAISE(ABORT, 'norma: checklist_tick holds facts, they are never changed or deleted'); END

-- trigger checklist_tick_no_replace of checklist_tick
CREATE TRIGGER checklist_tick_no_replace BEFORE INSERT ON checklist_tick WHEN EXISTS (SELECT 1 FROM checklist_tick WHERE (checklist_id = NEW.checklist_id AND item = NEW.item)) BEGIN SELECT RAISE(ABORT, 'norma: checklist_tick holds facts, they are never replaced'); END

-- trigger checklist_tick_no_update of checklist_tick
CREATE TRIGGER checklist_tick_no_update BEFORE UPDATE ON checklist_tick BEGIN SELECT RAISE(ABORT, 'norma: checklist_tick holds facts, they are never changed or deleted'); END

-- trigger claim_decision_no_delete of claim_decision
CREATE TRIGGER claim_decision_no_delete BEFORE DELETE ON claim_decision BEGIN SELECT RAISE(ABORT, 'norma: claim_decision holds facts, they are never changed or deleted'); END

-- trigger claim_decision_no_replace of claim_decision
CREATE TRIGGER claim_decision_no_replace BEFORE INSERT ON claim_decision WHEN EXISTS (SELECT 1 FROM claim_decision WHERE (claim_id = NEW.claim_id AND line = NEW.line)) BEGIN SELECT RAISE(ABORT, 'norma: claim_decision holds facts, they are never replaced'); END

-- trigger claim_decision_no_update of claim_decision
CREATE TRIGGER claim_decision_no_update BEFORE UPDATE ON claim_decision BEGIN SELECT RAISE(ABORT, 'norma: claim_decision holds facts, they are never changed or deleted'); END

-- trigger claim_no_delete of claim
CREATE TRIGGER claim_no_delete BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'norma: claim holds facts, they are never changed or deleted'); END

-- trigger claim_no_replace of claim
CREATE TRIGGER claim_no_replace BEFORE INSERT ON claim WHEN EXISTS (SELECT 1 FROM claim WHERE (claim_id = NEW.claim_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: claim holds facts, they are never replaced'); END

-- trigger claim_no_update of claim
CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'norma: claim holds facts, they are never changed or deleted'); END

-- trigger claim_outcome_no_delete of claim_outcome
CREATE TRIGGER claim_outcome_no_delete BEFORE DELETE ON claim_outcome BEGIN SELECT RAISE(ABORT, 'norma: claim_outcome holds facts, they are never changed or deleted'); END

-- trigger claim_outcome_no_replace of claim_outcome
CREATE TRIGGER claim_outcome_no_replace BEFORE INSERT ON claim_outcome WHEN EXISTS (SELECT 1 FROM claim_outcome WHERE (claim_id = NEW.claim_id)) BEGIN SELECT RAISE(ABORT, 'norma: claim_outcome holds facts, they are never replaced'); END

-- trigger claim_outcome_no_update of claim_outcome
CREATE TRIGGER claim_outcome_no_update BEFORE UPDATE ON claim_outcome BEGIN SELECT RAISE(ABORT, 'norma: claim_outcome holds facts, they are never changed or deleted'); END

-- trigger claim_outcome_touches of claim_outcome
CREATE TRIGGER claim_outcome_touches AFTER INSERT ON claim_outcome WHEN NEW.accepted = 1
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(c.work_day, 1, 7), NEW.seq FROM claim c WHERE c.claim_id = NEW.claim_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
    INSERT INTO month_touch (month, seq)
    SELECT substr(p.paid_on, 1, 7), NEW.seq FROM claim_payment p WHERE p.claim_id = NEW.claim_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- trigger claim_payment_no_delete of claim_payment
CREATE TRIGGER claim_payment_no_delete BEFORE DELETE ON claim_payment BEGIN SELECT RAISE(ABORT, 'norma: claim_payment holds facts, they are never changed or deleted'); END

-- trigger claim_payment_no_replace of claim_payment
CREATE TRIGGER claim_payment_no_replace BEFORE INSERT ON claim_payment WHEN EXISTS (SELECT 1 FROM claim_payment WHERE (claim_id = NEW.claim_id AND line = NEW.line)) BEGIN SELECT RAISE(ABORT, 'norma: claim_payment holds facts, they are never replaced'); END

-- trigger claim_payment_no_update of claim_payment
CREATE TRIGGER claim_payment_no_update BEFORE UPDATE ON claim_payment BEGIN SELECT RAISE(ABORT, 'norma: claim_payment holds facts, they are never changed or deleted'); END

-- trigger closed_measure_no_delete of closed_measure
CREATE TRIGGER closed_measure_no_delete BEFORE DELETE ON closed_measure BEGIN SELECT RAISE(ABORT, 'norma: closed_measure holds facts, they are never changed or deleted'); END

-- trigger closed_measure_no_replace of closed_measure
CREATE TRIGGER closed_measure_no_replace BEFORE INSERT ON closed_measure WHEN EXISTS (SELECT 1 FROM closed_measure WHERE (person_id = NEW.person_id AND department_id = NEW.department_id AND day = NEW.day)) BEGIN SELECT RAISE(ABORT, 'norma: closed_measure holds facts, they are never replaced'); END

-- trigger closed_measure_no_update of closed_measure
CREATE TRIGGER closed_measure_no_update BEFORE UPDATE ON closed_measure BEGIN SELECT RAISE(ABORT, 'norma: closed_measure holds facts, they are never changed or deleted'); END

-- trigger closed_sum_no_delete of closed_sum
CREATE TRIGGER closed_sum_no_delete BEFORE DELETE ON closed_sum BEGIN SELECT RAISE(ABORT, 'norma: closed_sum holds facts, they are never changed or deleted'); END

-- trigger closed_sum_no_replace of closed_sum
CREATE TRIGGER closed_sum_no_replace BEFORE INSERT ON closed_sum WHEN EXISTS (SELECT 1 FROM closed_sum WHERE (person_id = NEW.person_id AND department_id = NEW.department_id AND day = NEW.day)) BEGIN SELECT RAISE(ABORT, 'norma: closed_sum holds facts, they are never replaced'); END

-- trigger closed_sum_no_update of closed_sum
CREATE TRIGGER closed_sum_no_update BEFORE UPDATE ON closed_sum BEGIN SELECT RAISE(ABORT, 'norma: closed_sum holds facts, they are never changed or deleted'); END

-- trigger correction_no_delete of correction
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'norma: correction holds facts, they are never changed or deleted'); END

-- trigger correction_no_replace of correction
CREATE TRIGGER correction_no_replace BEFORE INSERT ON correction WHEN EXISTS (SELECT 1 FROM correction WHERE (correction_id = NEW.correction_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: correction holds facts, they are never replaced'); END

-- trigger correction_no_update of correction
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'norma: correction holds facts, they are never changed or deleted'); END

-- trigger correction_ticket_no_delete of correction_ticket
CREATE TRIGGER correction_ticket_no_delete BEFORE DELETE ON correction_ticket BEGIN SELECT RAISE(ABORT, 'norma: correction_ticket holds facts, they are never changed or deleted'); END

-- trigger correction_ticket_no_replace of correction_ticket
CREATE TRIGGER correction_ticket_no_replace BEFORE INSERT ON correction_ticket WHEN EXISTS (SELECT 1 FROM correction_ticket WHERE (ticket_id = NEW.ticket_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: correction_ticket holds facts, they are never replaced'); END

-- trigger correction_ticket_no_update of correction_ticket
CREATE TRIGGER correction_ticket_no_update BEFORE UPDATE ON correction_ticket BEGIN SELECT RAISE(ABORT, 'norma: correction_ticket holds facts, they are never changed or deleted'); END

-- trigger cover_agreement_no_delete of cover_agreement
CREATE TRIGGER cover_agreement_no_delete BEFORE DELETE ON cover_agreement BEGIN SELECT RAISE(ABORT, 'norma: cover_agreement holds facts, they are never changed or deleted'); END

-- trigger cover_agreement_no_replace of cover_agreement
CREATE TRIGGER cover_agreement_no_replace BEFORE INSERT ON cover_agreement WHEN EXISTS (SELECT 1 FROM cover_agreement WHERE (agreement_id = NEW.agreement_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: cover_agreement holds facts, they are never replaced'); END

-- trigger cover_agreement_no_update of cover_agreement
CREATE TRIGGER cover_agreement_no_update BEFORE UPDATE ON cover_agreement BEGIN SELECT RAISE(ABORT, 'norma: cover_agreement holds facts, they are never changed or deleted'); END

-- trigger cover_step_no_delete of cover_step
CREATE TRIGGER cover_step_no_delete BEFORE DELETE ON cover_step BEGIN SELECT RAISE(ABORT, 'norma: cover_step holds facts, they are never changed or deleted'); END

-- trigger cover_step_no_replace of cover_step
CREATE TRIGGER cover_step_no_replace BEFORE INSERT ON cover_step WHEN EXISTS (SELECT 1 FROM cover_step WHERE (agreement_id = NEW.agreement_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: cover_step holds facts, they are never replaced'); END

-- trigger cover_step_no_update of cover_step
CREATE TRIGGER cover_step_no_update BEFORE UPDATE ON cover_step BEGIN SELECT RAISE(ABORT, 'norma: cover_step holds facts, they are never changed or deleted'); END

-- trigger credential_no_delete of credential
CREATE TRIGGER credential_no_delete BEFORE DELETE ON credential BEGIN SELECT RAISE(ABORT, 'norma: credential holds facts, they are never changed or deleted'); END

-- trigger credential_no_replace of credential
CREATE TRIGGER credential_no_replace BEFORE INSERT ON credential WHEN EXISTS (SELECT 1 FROM credential WHERE (credential_id = NEW.credential_id)) BEGIN SELECT RAISE(ABORT, 'norma: credential holds facts, they are never replaced'); END

-- trigger credential_no_update of credential
CREATE TRIGGER credential_no_update BEFORE UPDATE ON credential BEGIN SELECT RAISE(ABORT, 'norma: credential holds facts, they are never changed or deleted'); END

-- trigger day_close_no_delete of day_close
CREATE TRIGGER day_close_no_delete BEFORE DELETE ON day_close BEGIN SELECT RAISE(ABORT, 'norma: day_close holds facts, they are never changed or deleted'); END

-- trigger day_close_no_replace of day_close
CREATE TRIGGER day_close_no_replace BEFORE INSERT ON day_close WHEN EXISTS (SELECT 1 FROM day_close WHERE (close_id = NEW.close_id)) BEGIN SELECT RAISE(ABORT, 'norma: day_close holds facts, they are never replaced'); END

-- trigger day_close_no_update of day_close
CREATE TRIGGER day_close_no_update BEFORE UPDATE ON day_close BEGIN SELECT RAISE(ABORT, 'norma: day_close holds facts, they are never changed or deleted'); END

-- trigger deal_move_no_delete of deal_move
CREATE TRIGGER deal_move_no_delete BEFORE DELETE ON deal_move BEGIN SELECT RAISE(ABORT, 'norma: deal_move holds facts, they are never changed or deleted'); END

-- trigger deal_move_no_replace of deal_move
CREATE TRIGGER deal_move_no_replace BEFORE INSERT ON deal_move WHEN EXISTS (SELECT 1 FROM deal_move WHERE (move_id = NEW.move_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: deal_move holds facts, they are never replaced'); END

-- trigger deal_move_no_update of deal_move
CREATE TRIGGER deal_move_no_update BEFORE UPDATE ON deal_move BEGIN SELECT RAISE(ABORT, 'norma: deal_move holds facts, they are never changed or deleted'); END

-- trigger deal_outcome_no_delete of deal_outcome
CREATE TRIGGER deal_outcome_no_delete BEFORE DELETE ON deal_outcome BEGIN SELECT RAISE(ABORT, 'norma: deal_outcome holds facts, they are never changed or deleted'); END

-- trigger deal_outcome_no_replace of deal_outcome
CREATE TRIGGER deal_outcome_no_replace BEFORE INSERT ON deal_outcome WHEN EXISTS (SELECT 1 FROM deal_outcome WHERE (move_id = NEW.move_id)) BEGIN SELECT RAISE(ABORT, 'norma: deal_outcome holds facts, they are never replaced'); END

-- trigger deal_outcome_no_update of deal_outcome
CREATE TRIGGER deal_outcome_no_update BEFORE UPDATE ON deal_outcome BEGIN SELECT RAISE(ABORT, 'norma: deal_outcome holds facts, they are never changed or deleted'); END

-- trigger deal_stage_no_delete of deal_stage
CREATE TRIGGER deal_stage_no_delete BEFORE DELETE ON deal_stage BEGIN SELECT RAISE(ABORT, 'norma: deal_stage holds facts, they are never changed or deleted'); END

-- trigger deal_stage_no_replace of deal_stage
CREATE TRIGGER deal_stage_no_replace BEFORE INSERT ON deal_stage WHEN EXISTS (SELECT 1 FROM deal_stage WHERE (deal = NEW.deal AND pipeline_folded = NEW.pipeline_folded AND stage_folded = NEW.stage_folded)) BEGIN SELECT RAISE(ABORT, 'norma: deal_stage holds facts, they are never replaced'); END

-- trigger deal_stage_no_update of deal_stage
CREATE TRIGGER deal_stage_no_update BEFORE UPDATE ON deal_stage BEGIN SELECT RAISE(ABORT, 'norma: deal_stage holds facts, they are never changed or deleted'); END

-- trigger decision_no_delete of decision
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'norma: decision holds facts, they are never changed or deleted'); END

-- trigger decision_no_replace of decision
CREATE TRIGGER decision_no_replace BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE (ticket_id = NEW.ticket_id AND version = NEW.version AND line = NEW.line)) BEGIN SELECT RAISE(ABORT, 'norma: decision holds facts, they are never replaced'); END

-- trigger decision_no_update of decision
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'norma: decision holds facts, they are never changed or deleted'); END

-- trigger decision_payment_no_delete of decision_payment
CREATE TRIGGER decision_payment_no_delete BEFORE DELETE ON decision_payment BEGIN SELECT RAISE(ABORT, 'norma: decision_payment holds facts, they are never changed or deleted'); END

-- trigger decision_payment_no_replace of decision_payment
CREATE TRIGGER decision_payment_no_replace BEFORE INSERT ON decision_payment WHEN EXISTS (SELECT 1 FROM decision_payment WHERE (ticket_id = NEW.ticket_id AND version = NEW.version AND line = NEW.line)) BEGIN SELECT RAISE(ABORT, 'norma: decision_payment holds facts, they are never replaced'); END

-- trigger decision_payment_no_update of decision_payment
CREATE TRIGGER decision_payment_no_update BEFORE UPDATE ON decision_payment BEGIN SELECT RAISE(ABORT, 'norma: decision_payment holds facts, they are never changed or deleted'); END

-- trigger decision_payment_touches of decision_payment
CREATE TRIGGER decision_payment_touches AFTER INSERT ON decision_payment
BEGIN
    INSERT INTO month_touch (month, seq) VALUES (substr(NEW.paid_on, 1, 7), NEW.seq)
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- trigger deduction_decision_no_delete of deduction_decision
CREATE TRIGGER deduction_decision_no_delete BEFORE DELETE ON deduction_decision BEGIN SELECT RAISE(ABORT, 'norma: deduction_decision holds facts, they are never changed or deleted'); END

-- trigger deduction_decision_no_replace of deduction_decision
CREATE TRIGGER deduction_decision_no_replace BEFORE INSERT ON deduction_decision WHEN EXISTS (SELECT 1 FROM deduction_decision WHERE (decision_id = NEW.decision_id)) BEGIN SELECT RAISE(ABORT, 'norma: deduction_decision holds facts, they are never replaced'); END

-- trigger deduction_decision_no_update of deduction_decision
CREATE TRIGGER deduction_decision_no_update BEFORE UPDATE ON deduction_decision BEGIN SELECT RAISE(ABORT, 'norma: deduction_decision holds facts, they are never changed or deleted'); END

-- trigger department_no_delete of department
CREATE TRIGGER department_no_delete BEFORE DELETE ON department BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never changed or deleted'); END

-- trigger department_no_replace of department
CREATE TRIGGER department_no_replace BEFORE INSERT ON department WHEN EXISTS (SELECT 1 FROM department WHERE (department_id = NEW.department_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never replaced'); END

-- trigger department_no_update of department
CREATE TRIGGER department_no_update BEFORE UPDATE ON department BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never changed or deleted'); END

-- trigger deputy_end_no_delete of deputy_end
CREATE TRIGGER deputy_end_no_delete BEFORE DELETE ON deputy_end BEGIN SELECT RAISE(ABORT, 'norma: deputy_end holds facts, they are never changed or deleted'); END

-- trigger deputy_end_no_replace of deputy_end
CREATE TRIGGER deputy_end_no_replace BEFORE INSERT ON deputy_end WHEN EXISTS (SELECT 1 FROM deputy_end WHERE (deputy_id = NEW.deputy_id)) BEGIN SELECT RAISE(ABORT, 'norma: deputy_end holds facts, they are never replaced'); END

-- trigger deputy_end_no_update of deputy_end
CREATE TRIGGER deputy_end_no_update BEFORE UPDATE ON deputy_end BEGIN SELECT RAISE(ABORT, 'norma: deputy_end holds facts, they are never changed or deleted'); END

-- trigger deputy_no_delete of deputy
CREATE TRIGGER deputy_no_delete BEFORE DELETE ON deputy BEGIN SELECT RAISE(ABORT, 'norma: deputy holds facts, they are never changed or deleted'); END

-- trigger deputy_no_replace of deputy
CREATE TRIGGER deputy_no_replace BEFORE INSERT ON deputy WHEN EXISTS (SELECT 1 FROM deputy WHERE (deputy_id = NEW.deputy_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: deputy holds facts, they are never replaced'); END

-- trigger deputy_no_update of deputy
CREATE TRIGGER deputy_no_update BEFORE UPDATE ON deputy BEGIN SELECT RAISE(ABORT, 'norma: deputy holds facts, they are never changed or deleted'); END

-- trigger downtime_cancel_no_delete of downtime_cancel
CREATE TRIGGER downtime_cancel_no_delete BEFORE DELETE ON downtime_cancel BEGIN SELECT RAISE(ABORT, 'norma: downtime_cancel holds facts, they are never changed or deleted'); END

-- trigger downtime_cancel_no_replace of downtime_cancel
CREATE TRIGGER downtime_cancel_no_replace BEFORE INSERT ON downtime_cancel WHEN EXISTS (SELECT 1 FROM downtime_cancel WHERE (downtime_id = NEW.downtime_id)) BEGIN SELECT RAISE(ABORT, 'norma: downtime_cancel holds facts, they are never replaced'); END

-- trigger downtime_cancel_no_update of downtime_cancel
CREATE TRIGGER downtime_cancel_no_update BEFORE UPDATE ON downtime_cancel BEGIN SELECT RAISE(ABORT, 'norma: downtime_cancel holds facts, they are never changed or deleted'); END

-- trigger downtime_no_delete of downtime
CREATE TRIGGER downtime_no_delete BEFORE DELETE ON downtime BEGIN SELECT RAISE(ABORT, 'norma: downtime holds facts, they are never changed or deleted'); END

-- trigger downtime_no_replace of downtime
CREATE TRIGGER downtime_no_replace BEFORE INSERT ON downtime WHEN EXISTS (SELECT 1 FROM downtime WHERE (downtime_id = NEW.downtime_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: downtime holds facts, they are never replaced'); END

-- trigger downtime_no_update of downtime
CREATE TRIGGER downtime_no_update BEFORE UPDATE ON downtime BEGIN SELECT RAISE(ABORT, 'norma: downtime holds facts, they are never changed or deleted'); END

-- trigger downtime_person_no_delete of downtime_person
CREATE TRIGGER downtime_person_no_delete BEFORE DELETE ON downtime_person BEGIN SELECT RAISE(ABORT, 'norma: downtime_person holds facts, they are never changed or deleted'); END

-- trigger downtime_person_no_replace of downtime_person
CREATE TRIGGER downtime_person_no_replace BEFORE INSERT ON downtime_person WHEN EXISTS (SELECT 1 FROM downtime_person WHERE (downtime_id = NEW.downtime_id AND person_id = NEW.person_id)) BEGIN SELECT RAISE(ABORT, 'norma: downtime_person holds facts, they are never replaced'); END

-- trigger downtime_person_no_update of downtime_person
CREATE TRIGGER downtime_person_no_update BEFORE UPDATE ON downtime_person BEGIN SELECT RAISE(ABORT, 'norma: downtime_person holds facts, they are never changed or deleted'); END

-- trigger floor_no_delete of floor
CREATE TRIGGER floor_no_delete BEFORE DELETE ON floor BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never changed or deleted'); END

-- trigger floor_no_replace of floor
CREATE TRIGGER floor_no_replace BEFORE INSERT ON floor WHEN EXISTS (SELECT 1 FROM floor WHERE (floor_id = NEW.floor_id)) BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never replaced'); END

-- trigger floor_no_update of floor
CREATE TRIGGER floor_no_update BEFORE UPDATE ON floor BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never changed or deleted'); END

-- trigger hold_end_no_delete of hold_end
CREATE TRIGGER hold_end_no_delete BEFORE DELETE ON hold_end BEGIN SELECT RAISE(ABORT, 'norma: hold_end holds facts, they are never changed or deleted'); END

-- trigger hold_end_no_replace of hold_end
CREATE TRIGGER hold_end_no_replace BEFORE INSERT ON hold_end WHEN EXISTS (SELECT 1 FROM hold_end WHERE (ticket_id = NEW.ticket_id)) BEGIN SELECT RAISE(ABORT, 'norma: hold_end holds facts, they are never replaced'); END

-- trigger hold_end_no_update of hold_end
CREATE TRIGGER hold_end_no_update BEFORE UPDATE ON hold_end BEGIN SELECT RAISE(ABORT, 'norma: hold_end holds facts, they are never changed or deleted'); END

-- trigger hold_end_touches of hold_end
CREATE TRIGGER hold_end_touches AFTER INSERT ON hold_end
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(p.paid_on, 1, 7), NEW.seq FROM decision_payment p WHERE p.ticket_id = NEW.ticket_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- trigger indicator_retirement_no_delete of indicator_retirement
CREATE TRIGGER indicator_retirement_no_delete BEFORE DELETE ON indicator_retirement BEGIN SELECT RAISE(ABORT, 'norma: indicator_retirement holds facts, they are never changed or deleted'); END

-- trigger indicator_retirement_no_replace of indicator_retirement
CREATE TRIGGER indicator_retirement_no_replace BEFORE INSERT ON indicator_retirement WHEN EXISTS (SELECT 1 FROM indicator_retirement WHERE (retirement_id = NEW.retirement_id)) BEGIN SELECT RAISE(ABORT, 'norma: indicator_retirement holds facts, they are never replaced'); END

-- trigger indicator_retirement_no_update of indicator_retirement
CREATE TRIGGER indicator_retirement_no_update BEFORE UPDATE ON indicator_retirement BEGIN SELECT RAISE(ABORT, 'norma: indicator_retirement holds facts, they are never changed or deleted'); END

-- trigger indicator_target_no_delete of indicator_target
CREATE TRIGGER indicator_target_no_delete BEFORE DELETE ON indicator_target BEGIN SELECT RAISE(ABORT, 'norma: indicator_target holds facts, they are never changed or deleted'); END

-- trigger indicator_target_no_replace of indicator_target
CREATE TRIGGER indicator_target_no_replace BEFORE INSERT ON indicator_target WHEN EXISTS (SELECT 1 FROM indicator_target WHERE (target_id = NEW.target_id)) BEGIN SELECT RAISE(ABORT, 'norma: indicator_target holds facts, they are never replaced'); END

-- trigger indicator_target_no_update of indicator_target
CREATE TRIGGER indicator_target_no_update BEFORE UPDATE ON indicator_target BEGIN SELECT RAISE(ABORT, 'norma: indicator_target holds facts, they are never changed or deleted'); END

-- trigger indicator_version_no_delete of indicator_version
CREATE TRIGGER indicator_version_no_delete BEFORE DELETE ON indicator_version BEGIN SELECT RAISE(ABORT, 'norma: indicator_version holds facts, they are never changed or deleted'); END

-- trigger indicator_version_no_replace of indicator_version
CREATE TRIGGER indicator_version_no_replace BEFORE INSERT ON indicator_version WHEN EXISTS (SELECT 1 FROM indicator_version WHERE (version_id = NEW.version_id)) BEGIN SELECT RAISE(ABORT, 'norma: indicator_version holds facts, they are never replaced'); END

-- trigger indicator_version_no_update of indicator_version
CREATE TRIGGER indicator_version_no_update BEFORE UPDATE ON indicator_version BEGIN SELECT RAISE(ABORT, 'norma: indicator_version holds facts, they are never changed or deleted'); END

-- trigger individual_day_no_delete of individual_day
CREATE TRIGGER individual_day_no_delete BEFORE DELETE ON individual_day BEGIN SELECT RAISE(ABORT, 'norma: individual_day holds facts, they are never changed or deleted'); END

-- trigger individual_day_no_replace of individual_day
CREATE TRIGGER individual_day_no_replace BEFORE INSERT ON individual_day WHEN EXISTS (SELECT 1 FROM individual_day WHERE (individual_id = NEW.individual_id)) BEGIN SELECT RAISE(ABORT, 'norma: individual_day holds facts, they are never replaced'); END

-- trigger individual_day_no_update of individual_day
CREATE TRIGGER individual_day_no_update BEFORE UPDATE ON individual_day BEGIN SELECT RAISE(ABORT, 'norma: individual_day holds facts, they are never changed or deleted'); END

-- trigger locked_recalculation_no_delete of locked_recalculation
CREATE TRIGGER locked_recalculation_no_delete BEFORE DELETE ON locked_recalculation BEGIN SELECT RAISE(ABORT, 'norma: locked_recalculation holds facts, they are never changed or deleted'); END

-- trigger locked_recalculation_no_replace of locked_recalculation
CREATE TRIGGER locked_recalculation_no_replace BEFORE INSERT ON locked_recalculation WHEN EXISTS (SELECT 1 FROM locked_recalculation WHERE (month = NEW.month AND person_id = NEW.person_id AND of_month = NEW.of_month)) BEGIN SELECT RAISE(ABORT, 'norma: locked_recalculation holds facts, they are never replaced'); END

-- trigger locked_recalculation_no_update of locked_recalculation
CREATE TRIGGER locked_recalculation_no_update BEFORE UPDATE ON locked_recalculation BEGIN SELECT RAISE(ABORT, 'norma: locked_recalculation holds facts, they are never changed or deleted'); END

-- trigger locked_statement_no_delete of locked_statement
CREATE TRIGGER locked_statement_no_delete BEFORE DELETE ON locked_statement BEGIN SELECT RAISE(ABORT, 'norma: locked_statement holds facts, they are never changed or deleted'); END

-- trigger locked_statement_no_replace of locked_statement
CREATE TRIGGER locked_statement_no_replace BEFORE INSERT ON locked_statement WHEN EXISTS (SELECT 1 FROM locked_statement WHERE (month = NEW.month AND person_id = NEW.person_id)) BEGIN SELECT RAISE(ABORT, 'norma: locked_statement holds facts, they are never replaced'); END

-- trigger locked_statement_no_update of locked_statement
CREATE TRIGGER locked_statement_no_update BEFORE UPDATE ON locked_statement BEGIN SELECT RAISE(ABORT, 'norma: locked_statement holds facts, they are never changed or deleted'); END

-- trigger locked_statement_of_locked_month of locked_statement
CREATE TRIGGER locked_statement_of_locked_month BEFORE INSERT ON locked_statement
WHEN NOT EXISTS (SELECT 1 FROM month_lock l WHERE l.month = NEW.month AND l.person_key IN (0, NEW.person_id) AND l.seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'norma: a statement is locked with its month');
END

-- trigger merge_hand_no_delete of merge_hand
CREATE TRIGGER merge_hand_no_delete BEFORE DELETE ON merge_hand BEGIN SELECT RAISE(ABORT, 'norma: merge_hand holds facts, they are never changed or deleted'); END

-- trigger merge_hand_no_replace of merge_hand
CREATE TRIGGER merge_hand_no_replace BEFORE INSERT ON merge_hand WHEN EXISTS (SELECT 1 FROM merge_hand WHERE (call_id = NEW.call_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: merge_hand holds facts, they are never replaced'); END

-- trigger merge_hand_no_update of merge_hand
CREATE TRIGGER merge_hand_no_update BEFORE UPDATE ON merge_hand BEGIN SELECT RAISE(ABORT, 'norma: merge_hand holds facts, they are never changed or deleted'); END

-- trigger merge_hand_touches of merge_hand
CREATE TRIGGER merge_hand_touches AFTER INSERT ON merge_hand
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(c.work_day, 1, 7), NEW.seq FROM call_record c WHERE c.call_id = NEW.call_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- trigger money_grant_end_no_delete of money_grant_end
CREATE TRIGGER money_grant_end_no_delete BEFORE DELETE ON money_grant_end BEGIN SELECT RAISE(ABORT, 'norma: money_grant_end holds facts, they are never changed or deleted'); END

-- trigger money_grant_end_no_replace of money_grant_end
CREATE TRIGGER money_grant_end_no_replace BEFORE INSERT ON money_grant_end WHEN EXISTS (SELECT 1 FROM money_grant_end WHERE (grant_id = NEW.grant_id)) BEGIN SELECT RAISE(ABORT, 'norma: money_grant_end holds facts, they are never replaced'); END

-- trigger money_grant_end_no_update of money_grant_end
CREATE TRIGGER money_grant_end_no_update BEFORE UPDATE ON money_grant_end BEGIN SELECT RAISE(ABORT, 'norma: money_grant_end holds facts, they are never changed or deleted'); END

-- trigger money_grant_no_delete of money_grant
CREATE TRIGGER money_grant_no_delete BEFORE DELETE ON money_grant BEGIN SELECT RAISE(ABORT, 'norma: money_grant holds facts, they are never changed or deleted'); END

-- trigger money_grant_no_replace of money_grant
CREATE TRIGGER money_grant_no_replace BEFORE INSERT ON money_grant WHEN EXISTS (SELECT 1 FROM money_grant WHERE (grant_id = NEW.grant_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: money_grant holds facts, they are never replaced'); END

-- trigger money_grant_no_update of money_grant
CREATE TRIGGER money_grant_no_update BEFORE UPDATE ON money_grant BEGIN SELECT RAISE(ABORT, 'norma: money_grant holds facts, they are never changed or deleted'); END

-- trigger month_lock_no_delete of month_lock
CREATE TRIGGER month_lock_no_delete BEFORE DELETE ON month_lock BEGIN SELECT RAISE(ABORT, 'norma: month_lock holds facts, they are never changed or deleted'); END

-- trigger month_lock_no_replace of month_lock
CREATE TRIGGER month_lock_no_replace BEFORE INSERT ON month_lock WHEN EXISTS (SELECT 1 FROM month_lock WHERE (month = NEW.month AND person_key = NEW.person_key)) BEGIN SELECT RAISE(ABORT, 'norma: month_lock holds facts, they are never replaced'); END

-- trigger month_lock_no_update of month_lock
CREATE TRIGGER month_lock_no_update BEFORE UPDATE ON month_lock BEGIN SELECT RAISE(ABORT, 'norma: month_lock holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_no_delete of norm_evidence
CREATE TRIGGER norm_evidence_no_delete BEFORE DELETE ON norm_evidence BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_no_replace of norm_evidence
CREATE TRIGGER norm_evidence_no_replace BEFORE INSERT ON norm_evidence WHEN EXISTS (SELECT 1 FROM norm_evidence WHERE (set_id = NEW.set_id AND action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never replaced'); END

-- trigger norm_evidence_no_update of norm_evidence
CREATE TRIGGER norm_evidence_no_update BEFORE UPDATE ON norm_evidence BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_of_closed_set of norm_evidence
CREATE TRIGGER norm_evidence_of_closed_set BEFORE INSERT ON norm_evidence
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its lines are closed');
END

-- trigger norm_line_no_delete of norm_line
CREATE TRIGGER norm_line_no_delete BEFORE DELETE ON norm_line BEGIN SELECT RAISE(ABORT, 'norma: norm_line holds facts, they are never changed or deleted'); END

-- trigger norm_line_no_replace of norm_line
CREATE TRIGGER norm_line_no_replace BEFORE INSERT ON norm_line WHEN EXISTS (SELECT 1 FROM norm_line WHERE (set_id = NEW.set_id AND action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: norm_line holds facts, they are never replaced'); END

-- trigger norm_line_no_update of norm_line
CREATE TRIGGER norm_line_no_update BEFORE UPDATE ON norm_line BEGIN SELECT RAISE(ABORT, 'norma: norm_line holds facts, they are never changed or deleted'); END

-- trigger norm_line_of_closed_set of norm_line
CREATE TRIGGER norm_line_of_closed_set BEFORE INSERT ON norm_line
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its lines are closed');
END

-- trigger norm_order_no_delete of norm_order
CREATE TRIGGER norm_order_no_delete BEFORE DELETE ON norm_order BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never changed or deleted'); END

-- trigger norm_order_no_replace of norm_order
CREATE TRIGGER norm_order_no_replace BEFORE INSERT ON norm_order WHEN EXISTS (SELECT 1 FROM norm_order WHERE (order_id = NEW.order_id) OR (uuid = NEW.uuid) OR (set_id = NEW.set_id) OR (number_folded = NEW.number_folded)) BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never replaced'); END

-- trigger norm_order_no_update of norm_order
CREATE TRIGGER norm_order_no_update BEFORE UPDATE ON norm_order BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never changed or deleted'); END

-- trigger norm_order_number of norm_order
CREATE TRIGGER norm_order_number BEFORE INSERT ON norm_order
WHEN EXISTS (SELECT 1 FROM order_revocation r WHERE r.number_folded = NEW.number_folded)
BEGIN
    SELECT RAISE(ABORT, 'norma: the number is taken');
END

-- trigger norm_order_on_standing_day of norm_order
CREATE TRIGGER norm_order_on_standing_day BEFORE INSERT ON norm_order
WHEN EXISTS (
    SELECT 1 FROM norm_order o WHERE o.department_id = NEW.department_id AND o.effective_day = NEW.effective_day
        AND NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = o.order_id))
BEGIN
    SELECT RAISE(ABORT, 'norma: another order of the department takes effect on that day');
END

-- trigger norm_set_no_delete of norm_set
CREATE TRIGGER norm_set_no_delete BEFORE DELETE ON norm_set BEGIN SELECT RAISE(ABORT, 'norma: norm_set holds facts, they are never changed or deleted'); END

-- trigger norm_set_no_replace of norm_set
CREATE TRIGGER norm_set_no_replace BEFORE INSERT ON norm_set WHEN EXISTS (SELECT 1 FROM norm_set WHERE (set_id = NEW.set_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: norm_set holds facts, they are never replaced'); END

-- trigger norm_set_no_update of norm_set
CREATE TRIGGER norm_set_no_update BEFORE UPDATE ON norm_set BEGIN SELECT RAISE(ABORT, 'norma: norm_set holds facts, they are never changed or deleted'); END

-- trigger note_cancel_no_delete of note_cancel
CREATE TRIGGER note_cancel_no_delete BEFORE DELETE ON note_cancel BEGIN SELECT RAISE(ABORT, 'norma: note_cancel holds facts, they are never changed or deleted'); END

-- trigger note_cancel_no_replace of note_cancel
CREATE TRIGGER note_cancel_no_replace BEFORE INSERT ON note_cancel WHEN EXISTS (SELECT 1 FROM note_cancel WHERE (note_id = NEW.note_id)) BEGIN SELECT RAISE(ABORT, 'norma: note_cancel holds facts, they are never replaced'); END

-- trigger note_cancel_no_update of note_cancel
CREATE TRIGGER note_cancel_no_update BEFORE UPDATE ON note_cancel BEGIN SELECT RAISE(ABORT, 'norma: note_cancel holds facts, they are never changed or deleted'); END

-- trigger note_no_delete of note
CREATE TRIGGER note_no_delete BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'norma: note holds facts, they are never changed or deleted'); END

-- trigger note_no_replace of note
CREATE TRIGGER note_no_replace BEFORE INSERT ON note WHEN EXISTS (SELECT 1 FROM note WHERE (note_id = NEW.note_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: note holds facts, they are never replaced'); END

-- trigger note_no_update of note
CREATE TRIGGER note_no_update BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'norma: note holds facts, they are never changed or deleted'); END

-- trigger objection_answer_no_delete of objection_answer
CREATE TRIGGER objection_answer_no_delete BEFORE DELETE ON objection_answer BEGIN SELECT RAISE(ABORT, 'norma: objection_answer holds facts, they are never changed or deleted'); END

-- trigger objection_answer_no_replace of objection_answer
CREATE TRIGGER objection_answer_no_replace BEFORE INSERT ON objection_answer WHEN EXISTS (SELECT 1 FROM objection_answer WHERE (objection_id = NEW.objection_id)) BEGIN SELECT RAISE(ABORT, 'norma: objection_answer holds facts, they are never replaced'); END

-- trigger objection_answer_no_update of objection_answer
CREATE TRIGGER objection_answer_no_update BEFORE UPDATE ON objection_answer BEGIN SELECT RAISE(ABORT, 'norma: objection_answer holds facts, they are never changed or deleted'); END

-- trigger objection_no_delete of objection
CREATE TRIGGER objection_no_delete BEFORE DELETE ON objection BEGIN SELECT RAISE(ABORT, 'norma: objection holds facts, they are never changed or deleted'); END

-- trigger objection_no_replace of objection
CREATE TRIGGER objection_no_replace BEFORE INSERT ON objection WHEN EXISTS (SELECT 1 FROM objection WHERE (objection_id = NEW.objection_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: objection holds facts, they are never replaced'); END

-- trigger objection_no_update of objection
CREATE TRIGGER objection_no_update BEFORE UPDATE ON objection BEGIN SELECT RAISE(ABORT, 'norma: objection holds facts, they are never changed or deleted'); END

-- trigger observation_amendment_no_delete of observation_amendment
CREATE TRIGGER observation_amendment_no_delete BEFORE DELETE ON observation_amendment BEGIN SELECT RAISE(ABORT, 'norma: observation_amendment holds facts, they are never changed or deleted'); END

-- trigger observation_amendment_no_replace of observation_amendment
CREATE TRIGGER observation_amendment_no_replace BEFORE INSERT ON observation_amendment WHEN EXISTS (SELECT 1 FROM observation_amendment WHERE (observation_id = NEW.observation_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: observation_amendment holds facts, they are never replaced'); END

-- trigger observation_amendment_no_update of observation_amendment
CREATE TRIGGER observation_amendment_no_update BEFORE UPDATE ON observation_amendment BEGIN SELECT RAISE(ABORT, 'norma: observation_amendment holds facts, they are never changed or deleted'); END

-- trigger observation_decision_no_delete of observation_decision
CREATE TRIGGER observation_decision_no_delete BEFORE DELETE ON observation_decision BEGIN SELECT RAISE(ABORT, 'norma: observation_decision holds facts, they are never changed or deleted'); END

-- trigger observation_decision_no_replace of observation_decision
CREATE TRIGGER observation_decision_no_replace BEFORE INSERT ON observation_decision WHEN EXISTS (SELECT 1 FROM observation_decision WHERE (observation_id = NEW.observation_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: observation_decision holds facts, they are never replaced'); END

-- trigger observation_decision_no_update of observation_decision
CREATE TRIGGER observation_decision_no_update BEFORE UPDATE ON observation_decision BEGIN SELECT RAISE(ABORT, 'norma: observation_decision holds facts, they are never changed or deleted'); END

-- trigger observation_element_no_delete of observation_element
CREATE TRIGGER observation_element_no_delete BEFORE DELETE ON observation_element BEGIN SELECT RAISE(ABORT, 'norma: observation_element holds facts, they are never changed or deleted'); END

-- trigger observation_element_no_replace of observation_element
CREATE TRIGGER observation_element_no_replace BEFORE INSERT ON observation_element WHEN EXISTS (SELECT 1 FROM observation_element WHERE (observation_id = NEW.observation_id AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: observation_element holds facts, they are never replaced'); END

-- trigger observation_element_no_update of observation_element
CREATE TRIGGER observation_element_no_update BEFORE UPDATE ON observation_element BEGIN SELECT RAISE(ABORT, 'norma: observation_element holds facts, they are never changed or deleted'); END

-- trigger observation_no_delete of observation
CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation BEGIN SELECT RAISE(ABORT, 'norma: observation holds facts, they are never changed or deleted'); END

-- trigger observation_no_replace of observation
CREATE TRIGGER observation_no_replace BEFORE INSERT ON observation WHEN EXISTS (SELECT 1 FROM observation WHERE (observation_id = NEW.observation_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: observation holds facts, they are never replaced'); END

-- trigger observation_no_update of observation
CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation BEGIN SELECT RAISE(ABORT, 'norma: observation holds facts, they are never changed or deleted'); END

-- trigger observation_pause_no_delete of observation_pause
CREATE TRIGGER observation_pause_no_delete BEFORE DELETE ON observation_pause BEGIN SELECT RAISE(ABORT, 'norma: observation_pause holds facts, they are never changed or deleted'); END

-- trigger observation_pause_no_replace of observation_pause
CREATE TRIGGER observation_pause_no_replace BEFORE INSERT ON observation_pause WHEN EXISTS (SELECT 1 FROM observation_pause WHERE (observation_id = NEW.observation_id AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: observation_pause holds facts, they are never replaced'); END

-- trigger observation_pause_no_update of observation_pause
CREATE TRIGGER observation_pause_no_update BEFORE UPDATE ON observation_pause BEGIN SELECT RAISE(ABORT, 'norma: observation_pause holds facts, they are never changed or deleted'); END

-- trigger observation_reopening_no_delete of observation_reopening
CREATE TRIGGER observation_reopening_no_delete BEFORE DELETE ON observation_reopening BEGIN SELECT RAISE(ABORT, 'norma: observation_reopening holds facts, they are never changed or deleted'); END

-- trigger observation_reopening_no_replace of observation_reopening
CREATE TRIGGER observation_reopening_no_replace BEFORE INSERT ON observation_reopening WHEN EXISTS (SELECT 1 FROM observation_reopening WHERE (observation_id = NEW.observation_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: observation_reopening holds facts, they are never replaced'); END

-- trigger observation_reopening_no_update of observation_reopening
CREATE TRIGGER observation_reopening_no_update BEFORE UPDATE ON observation_reopening BEGIN SELECT RAISE(ABORT, 'norma: observation_reopening holds facts, they are never changed or deleted'); END

-- trigger operator_line_no_delete of operator_line
CREATE TRIGGER operator_line_no_delete BEFORE DELETE ON operator_line BEGIN SELECT RAISE(ABORT, 'norma: operator_line holds facts, they are never changed or deleted'); END

-- trigger operator_line_no_replace of operator_line
CREATE TRIGGER operator_line_no_replace BEFORE INSERT ON operator_line WHEN EXISTS (SELECT 1 FROM operator_line WHERE (line_id = NEW.line_id)) BEGIN SELECT RAISE(ABORT, 'norma: operator_line holds facts, they are never replaced'); END

-- trigger operator_line_no_update of operator_line
CREATE TRIGGER operator_line_no_update BEFORE UPDATE ON operator_line BEGIN SELECT RAISE(ABORT, 'norma: operator_line holds facts, they are never changed or deleted'); END

-- trigger order_acknowledgement_no_delete of order_acknowledgement
CREATE TRIGGER order_acknowledgement_no_delete BEFORE DELETE ON order_acknowledgement BEGIN SELECT RAISE(ABORT, 'norma: order_acknowledgement holds facts, they are never changed or deleted'); END

-- trigger order_acknowledgement_no_replace of order_acknowledgement
CREATE TRIGGER order_acknowledgement_no_replace BEFORE INSERT ON order_acknowledgement WHEN EXISTS (SELECT 1 FROM order_acknowledgement WHERE (order_id = NEW.order_id AND person_id = NEW.person_id)) BEGIN SELECT RAISE(ABORT, 'norma: order_acknowledgement holds facts, they are never replaced'); END

-- trigger order_acknowledgement_no_update of order_acknowledgement
CREATE TRIGGER order_acknowledgement_no_update BEFORE UPDATE ON order_acknowledgement BEGIN SELECT RAISE(ABORT, 'norma: order_acknowledgement holds facts, they are never changed or deleted'); END

-- trigger order_revocation_no_delete of order_revocation
CREATE TRIGGER order_revocation_no_delete BEFORE DELETE ON order_revocation BEGIN SELECT RAISE(ABORT, 'norma: order_revocation holds facts, they are never changed or deleted'); END

-- trigger order_revocation_no_replace of order_revocation
CREATE TRIGGER order_revocation_no_replace BEFORE INSERT ON order_revocation WHEN EXISTS (SELECT 1 FROM order_revocation WHERE (order_id = NEW.order_id) OR (number_folded = NEW.number_folded)) BEGIN SELECT RAISE(ABORT, 'norma: order_revocation holds facts, they are never replaced'); END

-- trigger order_revocation_no_update of order_revocation
CREATE TRIGGER order_revocation_no_update BEFORE UPDATE ON order_revocation BEGIN SELECT RAISE(ABORT, 'norma: order_revocation holds facts, they are never changed or deleted'); END

-- trigger order_revocation_number of order_revocation
CREATE TRIGGER order_revocation_number BEFORE INSERT ON order_revocation
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.number_folded = NEW.number_folded)
BEGIN
    SELECT RAISE(ABORT, 'norma: the number is taken');
END

-- trigger order_terms_no_delete of order_terms
CREATE TRIGGER order_terms_no_delete BEFORE DELETE ON order_terms BEGIN SELECT RAISE(ABORT, 'norma: order_terms holds facts, they are never changed or deleted'); END

-- trigger order_terms_no_replace of order_terms
CREATE TRIGGER order_terms_no_replace BEFORE INSERT ON order_terms WHEN EXISTS (SELECT 1 FROM order_terms WHERE (order_id = NEW.order_id)) BEGIN SELECT RAISE(ABORT, 'norma: order_terms holds facts, they are never replaced'); END

-- trigger order_terms_no_update of order_terms
CREATE TRIGGER order_terms_no_update BEFORE UPDATE ON order_terms BEGIN SELECT RAISE(ABORT, 'norma: order_terms holds facts, they are never changed or deleted'); END

-- trigger pay_scheme_no_delete of pay_scheme
CREATE TRIGGER pay_scheme_no_delete BEFORE DELETE ON pay_scheme BEGIN SELECT RAISE(ABORT, 'norma: pay_scheme holds facts, they are never changed or deleted'); END

-- trigger pay_scheme_no_replace of pay_scheme
CREATE TRIGGER pay_scheme_no_replace BEFORE INSERT ON pay_scheme WHEN EXISTS (SELECT 1 FROM pay_scheme WHERE (scheme_id = NEW.scheme_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: pay_scheme holds facts, they are never replaced'); END

-- trigger pay_scheme_no_update of pay_scheme
CREATE TRIGGER pay_scheme_no_update BEFORE UPDATE ON pay_scheme BEGIN SELECT RAISE(ABORT, 'norma: pay_scheme holds facts, they are never changed or deleted'); END

-- trigger person_no_delete of person
CREATE TRIGGER person_no_delete BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'norma: person holds facts, they are never changed or deleted'); END

-- trigger person_no_replace of person
CREATE TRIGGER person_no_replace BEFORE INSERT ON person WHEN EXISTS (SELECT 1 FROM person WHERE (person_id = NEW.person_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: person holds facts, they are never replaced'); END

-- trigger person_no_update of person
CREATE TRIGGER person_no_update BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'norma: person holds facts, they are never changed or deleted'); END

-- trigger person_role_no_delete of person_role
CREATE TRIGGER person_role_no_delete BEFORE DELETE ON person_role BEGIN SELECT RAISE(ABORT, 'norma: person_role holds facts, they are never changed or deleted'); END

-- trigger person_role_no_replace of person_role
CREATE TRIGGER person_role_no_replace BEFORE INSERT ON person_role WHEN EXISTS (SELECT 1 FROM person_role WHERE (person_id = NEW.person_id AND version = NEW.version AND role = NEW.role)) BEGIN SELECT RAISE(ABORT, 'norma: person_role holds facts, they are never replaced'); END

-- trigger person_role_no_update of person_role
CREATE TRIGGER person_role_no_update BEFORE UPDATE ON person_role BEGIN SELECT RAISE(ABORT, 'norma: person_role holds facts, they are never changed or deleted'); END

-- trigger person_terms_no_delete of person_terms
CREATE TRIGGER person_terms_no_delete BEFORE DELETE ON person_terms BEGIN SELECT RAISE(ABORT, 'norma: person_terms holds facts, they are never changed or deleted'); END

-- trigger person_terms_no_replace of person_terms
CREATE TRIGGER person_terms_no_replace BEFORE INSERT ON person_terms WHEN EXISTS (SELECT 1 FROM person_terms WHERE (terms_id = NEW.terms_id)) BEGIN SELECT RAISE(ABORT, 'norma: person_terms holds facts, they are never replaced'); END

-- trigger person_terms_no_update of person_terms
CREATE TRIGGER person_terms_no_update BEFORE UPDATE ON person_terms BEGIN SELECT RAISE(ABORT, 'norma: person_terms holds facts, they are never changed or deleted'); END

-- trigger person_version_no_delete of person_version
CREATE TRIGGER person_version_no_delete BEFORE DELETE ON person_version BEGIN SELECT RAISE(ABORT, 'norma: person_version holds facts, they are never changed or deleted'); END

-- trigger person_version_no_replace of person_version
CREATE TRIGGER person_version_no_replace BEFORE INSERT ON person_version WHEN EXISTS (SELECT 1 FROM person_version WHERE (person_id = NEW.person_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: person_version holds facts, they are never replaced'); END

-- trigger person_version_no_update of person_version
CREATE TRIGGER person_version_no_update BEFORE UPDATE ON person_version BEGIN SELECT RAISE(ABORT, 'norma: person_version holds facts, they are never changed or deleted'); END

-- trigger private_text_no_delete of private_text
CREATE TRIGGER private_text_no_delete BEFORE DELETE ON private_text BEGIN SELECT RAISE(ABORT, 'norma: private_text holds facts, they are never changed or deleted'); END

-- trigger private_text_no_replace of private_text
CREATE TRIGGER private_text_no_replace BEFORE INSERT ON private_text WHEN EXISTS (SELECT 1 FROM private_text WHERE (text_id = NEW.text_id)) BEGIN SELECT RAISE(ABORT, 'norma: private_text holds facts, they are never replaced'); END

-- trigger private_text_no_update of private_text
CREATE TRIGGER private_text_no_update BEFORE UPDATE ON private_text BEGIN SELECT RAISE(ABORT, 'norma: private_text holds facts, they are never changed or deleted'); END

-- trigger rating_no_delete of rating
CREATE TRIGGER rating_no_delete BEFORE DELETE ON rating BEGIN SELECT RAISE(ABORT, 'norma: rating holds facts, they are never changed or deleted'); END

-- trigger rating_no_replace of rating
CREATE TRIGGER rating_no_replace BEFORE INSERT ON rating WHEN EXISTS (SELECT 1 FROM rating WHERE (rating_id = NEW.rating_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: rating holds facts, they are never replaced'); END

-- trigger rating_no_update of rating
CREATE TRIGGER rating_no_update BEFORE UPDATE ON rating BEGIN SELECT RAISE(ABORT, 'norma: rating holds facts, they are never changed or deleted'); END

-- trigger rating_summed of rating
CREATE TRIGGER rating_summed AFTER INSERT ON rating
BEGIN
    INSERT INTO day_rating_sum (day, person_id, department_id, kind, value_hundredths, count)
    VALUES (NEW.day, NEW.person_id, NEW.department_id, NEW.kind, NEW.value_hundredths, NEW.count)
    ON CONFLICT (day, person_id, department_id, kind) DO UPDATE SET
        value_hundredths = value_hundredths + excluded.value_hundredths, count = count + excluded.count;
END

-- trigger rating_touches of rating
CREATE TRIGGER rating_touches AFTER INSERT ON rating
BEGIN
    INSERT INTO month_touch (month, seq) VALUES (substr(NEW.day, 1, 7), NEW.seq)
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- trigger review_no_delete of review
CREATE TRIGGER review_no_delete BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'norma: review holds facts, they are never changed or deleted'); END

-- trigger review_no_replace of review
CREATE TRIGGER review_no_replace BEFORE INSERT ON review WHEN EXISTS (SELECT 1 FROM review WHERE (review_id = NEW.review_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: review holds facts, they are never replaced'); END

-- trigger review_no_update of review
CREATE TRIGGER review_no_update BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'norma: review holds facts, they are never changed or deleted'); END

-- trigger review_sample_no_delete of review_sample
CREATE TRIGGER review_sample_no_delete BEFORE DELETE ON review_sample BEGIN SELECT RAISE(ABORT, 'norma: review_sample holds facts, they are never changed or deleted'); END

-- trigger review_sample_no_replace of review_sample
CREATE TRIGGER review_sample_no_replace BEFORE INSERT ON review_sample WHEN EXISTS (SELECT 1 FROM review_sample WHERE (sample_id = NEW.sample_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: review_sample holds facts, they are never replaced'); END

-- trigger review_sample_no_update of review_sample
CREATE TRIGGER review_sample_no_update BEFORE UPDATE ON review_sample BEGIN SELECT RAISE(ABORT, 'norma: review_sample holds facts, they are never changed or deleted'); END

-- trigger review_sample_ticket_no_delete of review_sample_ticket
CREATE TRIGGER review_sample_ticket_no_delete BEFORE DELETE ON review_sample_ticket BEGIN SELECT RAISE(ABORT, 'norma: review_sample_ticket holds facts, they are never changed or deleted'); END

-- trigger review_sample_ticket_no_replace of review_sample_ticket
CREATE TRIGGER review_sample_ticket_no_replace BEFORE INSERT ON review_sample_ticket WHEN EXISTS (SELECT 1 FROM review_sample_ticket WHERE (sample_id = NEW.sample_id AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: review_sample_ticket holds facts, they are never replaced'); END

-- trigger review_sample_ticket_no_update of review_sample_ticket
CREATE TRIGGER review_sample_ticket_no_update BEFORE UPDATE ON review_sample_ticket BEGIN SELECT RAISE(ABORT, 'norma: review_sample_ticket holds facts, they are never changed or deleted'); END

-- trigger review_step_no_delete of review_step
CREATE TRIGGER review_step_no_delete BEFORE DELETE ON review_step BEGIN SELECT RAISE(ABORT, 'norma: review_step holds facts, they are never changed or deleted'); END

-- trigger review_step_no_replace of review_step
CREATE TRIGGER review_step_no_replace BEFORE INSERT ON review_step WHEN EXISTS (SELECT 1 FROM review_step WHERE (review_id = NEW.review_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: review_step holds facts, they are never replaced'); END

-- trigger review_step_no_update of review_step
CREATE TRIGGER review_step_no_update BEFORE UPDATE ON review_step BEGIN SELECT RAISE(ABORT, 'norma: review_step holds facts, they are never changed or deleted'); END

-- trigger schedule_no_delete of schedule
CREATE TRIGGER schedule_no_delete BEFORE DELETE ON schedule BEGIN SELECT RAISE(ABORT, 'norma: schedule holds facts, they are never changed or deleted'); END

-- trigger schedule_no_replace of schedule
CREATE TRIGGER schedule_no_replace BEFORE INSERT ON schedule WHEN EXISTS (SELECT 1 FROM schedule WHERE (schedule_id = NEW.schedule_id)) BEGIN SELECT RAISE(ABORT, 'norma: schedule holds facts, they are never replaced'); END

-- trigger schedule_no_update of schedule
CREATE TRIGGER schedule_no_update BEFORE UPDATE ON schedule BEGIN SELECT RAISE(ABORT, 'norma: schedule holds facts, they are never changed or deleted'); END

-- trigger scheme_order_no_delete of scheme_order
CREATE TRIGGER scheme_order_no_delete BEFORE DELETE ON scheme_order BEGIN SELECT RAISE(ABORT, 'norma: scheme_order holds facts, they are never changed or deleted'); END

-- trigger scheme_order_no_replace of scheme_order
CREATE TRIGGER scheme_order_no_replace BEFORE INSERT ON scheme_order WHEN EXISTS (SELECT 1 FROM scheme_order WHERE (scheme_id = NEW.scheme_id) OR (uuid = NEW.uuid) OR (number_folded = NEW.number_folded)) BEGIN SELECT RAISE(ABORT, 'norma: scheme_order holds facts, they are never replaced'); END

-- trigger scheme_order_no_update of scheme_order
CREATE TRIGGER scheme_order_no_update BEFORE UPDATE ON scheme_order BEGIN SELECT RAISE(ABORT, 'norma: scheme_order holds facts, they are never changed or deleted'); END

-- trigger scheme_state_no_delete of scheme_state
CREATE TRIGGER scheme_state_no_delete BEFORE DELETE ON scheme_state BEGIN SELECT RAISE(ABORT, 'norma: scheme_state holds facts, they are never changed or deleted'); END

-- trigger scheme_state_no_replace of scheme_state
CREATE TRIGGER scheme_state_no_replace BEFORE INSERT ON scheme_state WHEN EXISTS (SELECT 1 FROM scheme_state WHERE (scheme_id = NEW.scheme_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: scheme_state holds facts, they are never replaced'); END

-- trigger scheme_state_no_update of scheme_state
CREATE TRIGGER scheme_state_no_update BEFORE UPDATE ON scheme_state BEGIN SELECT RAISE(ABORT, 'norma: scheme_state holds facts, they are never changed or deleted'); END

-- trigger scheme_version_no_delete of scheme_version
CREATE TRIGGER scheme_version_no_delete BEFORE DELETE ON scheme_version BEGIN SELECT RAISE(ABORT, 'norma: scheme_version holds facts, they are never changed or deleted'); END

-- trigger scheme_version_no_replace of scheme_version
CREATE TRIGGER scheme_version_no_replace BEFORE INSERT ON scheme_version WHEN EXISTS (SELECT 1 FROM scheme_version WHERE (scheme_id = NEW.scheme_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: scheme_version holds facts, they are never replaced'); END

-- trigger scheme_version_no_update of scheme_version
CREATE TRIGGER scheme_version_no_update BEFORE UPDATE ON scheme_version BEGIN SELECT RAISE(ABORT, 'norma: scheme_version holds facts, they are never changed or deleted'); END

-- trigger scheme_version_of_closed_scheme of scheme_version
CREATE TRIGGER scheme_version_of_closed_scheme BEFORE INSERT ON scheme_version
WHEN EXISTS (SELECT 1 FROM scheme_order o WHERE o.scheme_id = NEW.scheme_id)
    OR (SELECT s.state FROM scheme_state s WHERE s.scheme_id = NEW.scheme_id ORDER BY s.step DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the scheme is under pilot, submitted or approved, its content is closed');
END

-- trigger set_pilot_no_delete of set_pilot
CREATE TRIGGER set_pilot_no_delete BEFORE DELETE ON set_pilot BEGIN SELECT RAISE(ABORT, 'norma: set_pilot holds facts, they are never changed or deleted'); END

-- trigger set_pilot_no_replace of set_pilot
CREATE TRIGGER set_pilot_no_replace BEFORE INSERT ON set_pilot WHEN EXISTS (SELECT 1 FROM set_pilot WHERE (pilot_id = NEW.pilot_id)) BEGIN SELECT RAISE(ABORT, 'norma: set_pilot holds facts, they are never replaced'); END

-- trigger set_pilot_no_update of set_pilot
CREATE TRIGGER set_pilot_no_update BEFORE UPDATE ON set_pilot BEGIN SELECT RAISE(ABORT, 'norma: set_pilot holds facts, they are never changed or deleted'); END

-- trigger set_pilot_of_approved_set of set_pilot
CREATE TRIGGER set_pilot_of_approved_set BEFORE INSERT ON set_pilot
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END

-- trigger set_state_no_delete of set_state
CREATE TRIGGER set_state_no_delete BEFORE DELETE ON set_state BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never changed or deleted'); END

-- trigger set_state_no_replace of set_state
CREATE TRIGGER set_state_no_replace BEFORE INSERT ON set_state WHEN EXISTS (SELECT 1 FROM set_state WHERE (set_id = NEW.set_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never replaced'); END

-- trigger set_state_no_update of set_state
CREATE TRIGGER set_state_no_update BEFORE UPDATE ON set_state BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never changed or deleted'); END

-- trigger set_step_of_approved_set of set_state
CREATE TRIGGER set_step_of_approved_set BEFORE INSERT ON set_state
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END

-- trigger set_terms_no_delete of set_terms
CREATE TRIGGER set_terms_no_delete BEFORE DELETE ON set_terms BEGIN SELECT RAISE(ABORT, 'norma: set_terms holds facts, they are never changed or deleted'); END

-- trigger set_terms_no_replace of set_terms
CREATE TRIGGER set_terms_no_replace BEFORE INSERT ON set_terms WHEN EXISTS (SELECT 1 FROM set_terms WHERE (set_id = NEW.set_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: set_terms holds facts, they are never replaced'); END

-- trigger set_terms_no_update of set_terms
CREATE TRIGGER set_terms_no_update BEFORE UPDATE ON set_terms BEGIN SELECT RAISE(ABORT, 'norma: set_terms holds facts, they are never changed or deleted'); END

-- trigger set_terms_of_closed_set of set_terms
CREATE TRIGGER set_terms_of_closed_set BEFORE INSERT ON set_terms
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its terms are closed');
END

-- trigger set_withdrawal_no_delete of set_withdrawal
CREATE TRIGGER set_withdrawal_no_delete BEFORE DELETE ON set_withdrawal BEGIN SELECT RAISE(ABORT, 'norma: set_withdrawal holds facts, they are never changed or deleted'); END

-- trigger set_withdrawal_no_replace of set_withdrawal
CREATE TRIGGER set_withdrawal_no_replace BEFORE INSERT ON set_withdrawal WHEN EXISTS (SELECT 1 FROM set_withdrawal WHERE (withdrawal_id = NEW.withdrawal_id)) BEGIN SELECT RAISE(ABORT, 'norma: set_withdrawal holds facts, they are never replaced'); END

-- trigger set_withdrawal_no_update of set_withdrawal
CREATE TRIGGER set_withdrawal_no_update BEFORE UPDATE ON set_withdrawal BEGIN SELECT RAISE(ABORT, 'norma: set_withdrawal holds facts, they are never changed or deleted'); END

-- trigger set_withdrawal_of_approved_set of set_withdrawal
CREATE TRIGGER set_withdrawal_of_approved_set BEFORE INSERT ON set_withdrawal
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END

-- trigger setting_no_delete of setting
CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'norma: setting holds facts, they are never changed or deleted'); END

-- trigger setting_no_replace of setting
CREATE TRIGGER setting_no_replace BEFORE INSERT ON setting WHEN EXISTS (SELECT 1 FROM setting WHERE (setting_id = NEW.setting_id)) BEGIN SELECT RAISE(ABORT, 'norma: setting holds facts, they are never replaced'); END

-- trigger setting_no_update of setting
CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT, 'norma: setting holds facts, they are never changed or deleted'); END

-- trigger sitting_no_delete of sitting
CREATE TRIGGER sitting_no_delete BEFORE DELETE ON sitting BEGIN SELECT RAISE(ABORT, 'norma: sitting holds facts, they are never changed or deleted'); END

-- trigger sitting_no_replace of sitting
CREATE TRIGGER sitting_no_replace BEFORE INSERT ON sitting WHEN EXISTS (SELECT 1 FROM sitting WHERE (sitting_id = NEW.sitting_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: sitting holds facts, they are never replaced'); END

-- trigger sitting_no_update of sitting
CREATE TRIGGER sitting_no_update BEFORE UPDATE ON sitting BEGIN SELECT RAISE(ABORT, 'norma: sitting holds facts, they are never changed or deleted'); END

-- trigger sitting_pause_no_delete of sitting_pause
CREATE TRIGGER sitting_pause_no_delete BEFORE DELETE ON sitting_pause BEGIN SELECT RAISE(ABORT, 'norma: sitting_pause holds facts, they are never changed or deleted'); END

-- trigger sitting_pause_no_replace of sitting_pause
CREATE TRIGGER sitting_pause_no_replace BEFORE INSERT ON sitting_pause WHEN EXISTS (SELECT 1 FROM sitting_pause WHERE (sitting_id = NEW.sitting_id AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: sitting_pause holds facts, they are never replaced'); END

-- trigger sitting_pause_no_update of sitting_pause
CREATE TRIGGER sitting_pause_no_update BEFORE UPDATE ON sitting_pause BEGIN SELECT RAISE(ABORT, 'norma: sitting_pause holds facts, they are never changed or deleted'); END

-- trigger stage_map_decision_no_delete of stage_map_decision
CREATE TRIGGER stage_map_decision_no_delete BEFORE DELETE ON stage_map_decision BEGIN SELECT RAISE(ABORT, 'norma: stage_map_decision holds facts, they are never changed or deleted'); END

-- trigger stage_map_decision_no_replace of stage_map_decision
CREATE TRIGGER stage_map_decision_no_replace BEFORE INSERT ON stage_map_decision WHEN EXISTS (SELECT 1 FROM stage_map_decision WHERE (map_id = NEW.map_id AND line = NEW.line)) BEGIN SELECT RAISE(ABORT, 'norma: stage_map_decision holds facts, they are never replaced'); END

-- trigger stage_map_decision_no_update of stage_map_decision
CREATE TRIGGER stage_map_decision_no_update BEFORE UPDATE ON stage_map_decision BEGIN SELECT RAISE(ABORT, 'norma: stage_map_decision holds facts, they are never changed or deleted'); END

-- trigger stage_map_no_delete of stage_map
CREATE TRIGGER stage_map_no_delete BEFORE DELETE ON stage_map BEGIN SELECT RAISE(ABORT, 'norma: stage_map holds facts, they are never changed or deleted'); END

-- trigger stage_map_no_replace of stage_map
CREATE TRIGGER stage_map_no_replace BEFORE INSERT ON stage_map WHEN EXISTS (SELECT 1 FROM stage_map WHERE (map_id = NEW.map_id)) BEGIN SELECT RAISE(ABORT, 'norma: stage_map holds facts, they are never replaced'); END

-- trigger stage_map_no_update of stage_map
CREATE TRIGGER stage_map_no_update BEFORE UPDATE ON stage_map BEGIN SELECT RAISE(ABORT, 'norma: stage_map holds facts, they are never changed or deleted'); END

-- trigger study_conditions_no_delete of study_conditions
CREATE TRIGGER study_conditions_no_delete BEFORE DELETE ON study_conditions BEGIN SELECT RAISE(ABORT, 'norma: study_conditions holds facts, they are never changed or deleted'); END

-- trigger study_conditions_no_replace of study_conditions
CREATE TRIGGER study_conditions_no_replace BEFORE INSERT ON study_conditions WHEN EXISTS (SELECT 1 FROM study_conditions WHERE (study_id = NEW.study_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: study_conditions holds facts, they are never replaced'); END

-- trigger study_conditions_no_update of study_conditions
CREATE TRIGGER study_conditions_no_update BEFORE UPDATE ON study_conditions BEGIN SELECT RAISE(ABORT, 'norma: study_conditions holds facts, they are never changed or deleted'); END

-- trigger study_no_delete of study
CREATE TRIGGER study_no_delete BEFORE DELETE ON study BEGIN SELECT RAISE(ABORT, 'norma: study holds facts, they are never changed or deleted'); END

-- trigger study_no_replace of study
CREATE TRIGGER study_no_replace BEFORE INSERT ON study WHEN EXISTS (SELECT 1 FROM study WHERE (study_id = NEW.study_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: study holds facts, they are never replaced'); END

-- trigger study_no_update of study
CREATE TRIGGER study_no_update BEFORE UPDATE ON study BEGIN SELECT RAISE(ABORT, 'norma: study holds facts, they are never changed or deleted'); END

-- trigger task_decision_no_delete of task_decision
CREATE TRIGGER task_decision_no_delete BEFORE DELETE ON task_decision BEGIN SELECT RAISE(ABORT, 'norma: task_decision holds facts, they are never changed or deleted'); END

-- trigger task_decision_no_replace of task_decision
CREATE TRIGGER task_decision_no_replace BEFORE INSERT ON task_decision WHEN EXISTS (SELECT 1 FROM task_decision WHERE (task_id = NEW.task_id AND line = NEW.line)) BEGIN SELECT RAISE(ABORT, 'norma: task_decision holds facts, they are never replaced'); END

-- trigger task_decision_no_update of task_decision
CREATE TRIGGER task_decision_no_update BEFORE UPDATE ON task_decision BEGIN SELECT RAISE(ABORT, 'norma: task_decision holds facts, they are never changed or deleted'); END

-- trigger task_no_delete of task
CREATE TRIGGER task_no_delete BEFORE DELETE ON task BEGIN SELECT RAISE(ABORT, 'norma: task holds facts, they are never changed or deleted'); END

-- trigger task_no_replace of task
CREATE TRIGGER task_no_replace BEFORE INSERT ON task WHEN EXISTS (SELECT 1 FROM task WHERE (task_id = NEW.task_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: task holds facts, they are never replaced'); END

-- trigger task_no_update of task
CREATE TRIGGER task_no_update BEFORE UPDATE ON task BEGIN SELECT RAISE(ABORT, 'norma: task holds facts, they are never changed or deleted'); END

-- trigger task_step_no_delete of task_step
CREATE TRIGGER task_step_no_delete BEFORE DELETE ON task_step BEGIN SELECT RAISE(ABORT, 'norma: task_step holds facts, they are never changed or deleted'); END

-- trigger task_step_no_replace of task_step
CREATE TRIGGER task_step_no_replace BEFORE INSERT ON task_step WHEN EXISTS (SELECT 1 FROM task_step WHERE (task_id = NEW.task_id AND step = NEW.step) OR (ticket_id = NEW.ticket_id)) BEGIN SELECT RAISE(ABORT, 'norma: task_step holds facts, they are never replaced'); END

-- trigger task_step_no_update of task_step
CREATE TRIGGER task_step_no_update BEFORE UPDATE ON task_step BEGIN SELECT RAISE(ABORT, 'norma: task_step holds facts, they are never changed or deleted'); END

-- trigger ticket_hold_no_delete of ticket_hold
CREATE TRIGGER ticket_hold_no_delete BEFORE DELETE ON ticket_hold BEGIN SELECT RAISE(ABORT, 'norma: ticket_hold holds facts, they are never changed or deleted'); END

-- trigger ticket_hold_no_replace of ticket_hold
CREATE TRIGGER ticket_hold_no_replace BEFORE INSERT ON ticket_hold WHEN EXISTS (SELECT 1 FROM ticket_hold WHERE (ticket_id = NEW.ticket_id)) BEGIN SELECT RAISE(ABORT, 'norma: ticket_hold holds facts, they are never replaced'); END

-- trigger ticket_hold_no_update of ticket_hold
CREATE TRIGGER ticket_hold_no_update BEFORE UPDATE ON ticket_hold BEGIN SELECT RAISE(ABORT, 'norma: ticket_hold holds facts, they are never changed or deleted'); END

-- trigger ticket_no_delete of ticket
CREATE TRIGGER ticket_no_delete BEFORE DELETE ON ticket BEGIN SELECT RAISE(ABORT, 'norma: ticket holds facts, they are never changed or deleted'); END

-- trigger ticket_no_replace of ticket
CREATE TRIGGER ticket_no_replace BEFORE INSERT ON ticket WHEN EXISTS (SELECT 1 FROM ticket WHERE (ticket_id = NEW.ticket_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: ticket holds facts, they are never replaced'); END

-- trigger ticket_no_update of ticket
CREATE TRIGGER ticket_no_update BEFORE UPDATE ON ticket BEGIN SELECT RAISE(ABORT, 'norma: ticket holds facts, they are never changed or deleted'); END

-- trigger ticket_on_closed_day of ticket
CREATE TRIGGER ticket_on_closed_day BEFORE INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM day_close c WHERE NEW.work_day BETWEEN c.from_day AND c.through_day)
BEGIN
    SELECT RAISE(ABORT, 'norma: the work day is closed');
END

-- trigger ticket_version_no_delete of ticket_version
CREATE TRIGGER ticket_version_no_delete BEFORE DELETE ON ticket_version BEGIN SELECT RAISE(ABORT, 'norma: ticket_version holds facts, they are never changed or deleted'); END

-- trigger ticket_version_no_replace of ticket_version
CREATE TRIGGER ticket_version_no_replace BEFORE INSERT ON ticket_version WHEN EXISTS (SELECT 1 FROM ticket_version WHERE (ticket_id = NEW.ticket_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: ticket_version holds facts, they are never replaced'); END

-- trigger ticket_version_no_update of ticket_version
CREATE TRIGGER ticket_version_no_update BEFORE UPDATE ON ticket_version BEGIN SELECT RAISE(ABORT, 'norma: ticket_version holds facts, they are never changed or deleted'); END

-- trigger ticket_version_on_closed_day of ticket_version
CREATE TRIGGER ticket_version_on_closed_day BEFORE INSERT ON ticket_version
WHEN NEW.after_close = 0 AND EXISTS (
    SELECT 1 FROM ticket t JOIN day_close c ON t.work_day BETWEEN c.from_day AND c.through_day
    WHERE t.ticket_id = NEW.ticket_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the work day is closed');
END

-- trigger ticket_version_touches of ticket_version
CREATE TRIGGER ticket_version_touches AFTER INSERT ON ticket_version WHEN NEW.after_close = 1 OR NEW.version > 1
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(t.work_day, 1, 7), NEW.seq FROM ticket t WHERE t.ticket_id = NEW.ticket_id AND NEW.after_close = 1
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
    INSERT INTO month_touch (month, seq)
    SELECT substr(p.paid_on, 1, 7), NEW.seq FROM decision_payment p
    WHERE p.ticket_id = NEW.ticket_id AND p.version = NEW.version - 1
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END

-- view set_step of set_step
CREATE VIEW set_step AS
    SELECT set_id, seq, state, person_id, text FROM set_state
    UNION ALL SELECT set_id, seq, 'pilot', person_id, '' FROM set_pilot
    UNION ALL SELECT set_id, seq, 'withdrawn', person_id, reason FROM set_withdrawal

