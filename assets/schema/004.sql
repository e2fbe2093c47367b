-- Schema version 4: what the catalogue was missing. Only tables are added.

-- the channels an action is offered in; each version of the action has its own, none: everywhere
CREATE TABLE action_channel (
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN
        ('inbound-call', 'outbound-call', 'chat', 'deal-stage', 'walk-in', 'back-office', 'task')),
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version, channel),
    FOREIGN KEY (action_id, version) REFERENCES action_version (action_id, version)
) STRICT, WITHOUT ROWID;

-- the boost an action is proposed with; what counts is fixed by the norm set
CREATE TABLE action_boost (
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    boost_bp INTEGER NOT NULL CHECK (boost_bp > 10000 AND boost_bp <= 100000),
    reason TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version),
    FOREIGN KEY (action_id, version) REFERENCES action_version (action_id, version)
) STRICT, WITHOUT ROWID;
