-- Schema version 3: norm sets on their way to an order: pilot, revocation, acquaintance, deputies.

-- decisions about observations that were taken back: the observation stands as it was timed, and its flag is open again
CREATE TABLE observation_reopening (
    observation_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version),
    FOREIGN KEY (observation_id, version) REFERENCES observation_decision (observation_id, version)
) STRICT, WITHOUT ROWID;
