//! Names of the shipped icons: private-range characters of the Phosphor subset in `assets/fonts`.
//!
//! An icon is text: it goes where a string goes, in the proportional or semibold family, at [`crate::desktop::theme::size::ICON`].
//! It never carries meaning alone: a word or an accessible name stands with it.

/// Phosphor `timer`.
pub const TIMER: &str = "\u{e492}";
/// Phosphor `chart-line-up`.
pub const CHART_LINE_UP: &str = "\u{e156}";
/// Phosphor `chart-bar`.
pub const CHART_BAR: &str = "\u{e150}";
/// Phosphor `chart-scatter`.
pub const CHART_SCATTER: &str = "\u{eaac}";
/// Phosphor `list-checks`.
pub const LIST_CHECKS: &str = "\u{eadc}";
/// Phosphor `table`.
pub const TABLE: &str = "\u{e476}";
/// Phosphor `clipboard-text`.
pub const CLIPBOARD_TEXT: &str = "\u{e198}";
/// Phosphor `scales`.
pub const SCALES: &str = "\u{e750}";
/// Phosphor `gavel`.
pub const GAVEL: &str = "\u{ea32}";
/// Phosphor `seal-check`.
pub const SEAL_CHECK: &str = "\u{e606}";
/// Phosphor `signature`.
pub const SIGNATURE: &str = "\u{ebac}";
/// Phosphor `ticket`.
pub const TICKET: &str = "\u{e490}";
/// Phosphor `headset`.
pub const HEADSET: &str = "\u{e584}";
/// Phosphor `gauge`.
pub const GAUGE: &str = "\u{e628}";
/// Phosphor `users`.
pub const USERS: &str = "\u{e4d6}";
/// Phosphor `users-three`.
pub const USERS_THREE: &str = "\u{e68e}";
/// Phosphor `user`.
pub const USER: &str = "\u{e4c2}";
/// Phosphor `user-circle`.
pub const USER_CIRCLE: &str = "\u{e4c4}";
/// Phosphor `calendar`.
pub const CALENDAR: &str = "\u{e108}";
/// Phosphor `calendar-dots`.
pub const CALENDAR_DOTS: &str = "\u{e7b4}";
/// Phosphor `wallet`.
pub const WALLET: &str = "\u{e68a}";
/// Phosphor `currency-rub`.
pub const CURRENCY_RUB: &str = "\u{e55e}";
/// Phosphor `books`.
pub const BOOKS: &str = "\u{e758}";
/// Phosphor `gear`.
pub const GEAR: &str = "\u{e270}";
/// Phosphor `magnifying-glass`.
pub const MAGNIFYING_GLASS: &str = "\u{e30c}";
/// Phosphor `plus`.
pub const PLUS: &str = "\u{e3d4}";
/// Phosphor `minus`.
pub const MINUS: &str = "\u{e32a}";
/// Phosphor `x`.
pub const X: &str = "\u{e4f6}";
/// Phosphor `check`.
pub const CHECK: &str = "\u{e182}";
/// Phosphor `check-circle`.
pub const CHECK_CIRCLE: &str = "\u{e184}";
/// Phosphor `warning`.
pub const WARNING: &str = "\u{e4e0}";
/// Phosphor `warning-circle`.
pub const WARNING_CIRCLE: &str = "\u{e4e2}";
/// Phosphor `info`.
pub const INFO: &str = "\u{e2ce}";
/// Phosphor `x-circle`.
pub const X_CIRCLE: &str = "\u{e4f8}";
/// Phosphor `play`.
pub const PLAY: &str = "\u{e3d0}";
/// Phosphor `pause`.
pub const PAUSE: &str = "\u{e39e}";
/// Phosphor `stop`.
pub const STOP: &str = "\u{e46c}";
/// Phosphor `arrow-u-up-left`.
pub const ARROW_U_UP_LEFT: &str = "\u{e08a}";
/// Phosphor `arrow-clockwise`.
pub const ARROW_CLOCKWISE: &str = "\u{e036}";
/// Phosphor `arrow-right`.
pub const ARROW_RIGHT: &str = "\u{e06c}";
/// Phosphor `arrow-left`.
pub const ARROW_LEFT: &str = "\u{e058}";
/// Phosphor `caret-down`.
pub const CARET_DOWN: &str = "\u{e136}";
/// Phosphor `caret-up`.
pub const CARET_UP: &str = "\u{e13c}";
/// Phosphor `caret-right`.
pub const CARET_RIGHT: &str = "\u{e13a}";
/// Phosphor `caret-left`.
pub const CARET_LEFT: &str = "\u{e138}";
/// Phosphor `caret-up-down`.
pub const CARET_UP_DOWN: &str = "\u{e140}";
/// Phosphor `dots-three`.
pub const DOTS_THREE: &str = "\u{e1fe}";
/// Phosphor `pencil-simple`.
pub const PENCIL_SIMPLE: &str = "\u{e3b4}";
/// Phosphor `trash`.
pub const TRASH: &str = "\u{e4a6}";
/// Phosphor `download-simple`.
pub const DOWNLOAD_SIMPLE: &str = "\u{e20c}";
/// Phosphor `upload-simple`.
pub const UPLOAD_SIMPLE: &str = "\u{e4c0}";
/// Phosphor `file-pdf`.
pub const FILE_PDF: &str = "\u{e702}";
/// Phosphor `file-text`.
pub const FILE_TEXT: &str = "\u{e23a}";
/// Phosphor `folder-open`.
pub const FOLDER_OPEN: &str = "\u{e256}";
/// Phosphor `floppy-disk`.
pub const FLOPPY_DISK: &str = "\u{e248}";
/// Phosphor `lock`.
pub const LOCK: &str = "\u{e2fa}";
/// Phosphor `lock-open`.
pub const LOCK_OPEN: &str = "\u{e306}";
/// Phosphor `sign-in`.
pub const SIGN_IN: &str = "\u{e428}";
/// Phosphor `sign-out`.
pub const SIGN_OUT: &str = "\u{e42a}";
/// Phosphor `translate`.
pub const TRANSLATE: &str = "\u{e4a2}";
/// Phosphor `sun`.
pub const SUN: &str = "\u{e472}";
/// Phosphor `moon`.
pub const MOON: &str = "\u{e330}";
/// Phosphor `desktop`.
pub const DESKTOP: &str = "\u{e560}";
/// Phosphor `keyboard`.
pub const KEYBOARD: &str = "\u{e2d8}";
/// Phosphor `command`.
pub const COMMAND: &str = "\u{e1c4}";
/// Phosphor `flag`.
pub const FLAG: &str = "\u{e244}";
/// Phosphor `flag-banner`.
pub const FLAG_BANNER: &str = "\u{e622}";
/// Phosphor `eye`.
pub const EYE: &str = "\u{e220}";
/// Phosphor `eye-slash`.
pub const EYE_SLASH: &str = "\u{e224}";
/// Phosphor `bell`.
pub const BELL: &str = "\u{e0ce}";
/// Phosphor `funnel`.
pub const FUNNEL: &str = "\u{e266}";
/// Phosphor `link`.
pub const LINK: &str = "\u{e2e2}";
/// Phosphor `cloud-check`.
pub const CLOUD_CHECK: &str = "\u{e1b0}";
/// Phosphor `cloud-slash`.
pub const CLOUD_SLASH: &str = "\u{e1b6}";
/// Phosphor `hourglass-medium`.
pub const HOURGLASS_MEDIUM: &str = "\u{e2b8}";
/// Phosphor `phone`.
pub const PHONE: &str = "\u{e3b8}";
/// Phosphor `chat-text`.
pub const CHAT_TEXT: &str = "\u{e17a}";
/// Phosphor `shield-check`.
pub const SHIELD_CHECK: &str = "\u{e40c}";
/// Phosphor `clock`.
pub const CLOCK: &str = "\u{e19a}";
/// Phosphor `clock-counter-clockwise`.
pub const CLOCK_COUNTER_CLOCKWISE: &str = "\u{e1a0}";
/// Phosphor `target`.
pub const TARGET: &str = "\u{e47c}";
/// Phosphor `trend-up`.
pub const TREND_UP: &str = "\u{e4ae}";
/// Phosphor `trend-down`.
pub const TREND_DOWN: &str = "\u{e4ac}";
/// Phosphor `copy`.
pub const COPY: &str = "\u{e1ca}";
/// Phosphor `printer`.
pub const PRINTER: &str = "\u{e3dc}";
/// Phosphor `house`.
pub const HOUSE: &str = "\u{e2c2}";
/// Phosphor `database`.
pub const DATABASE: &str = "\u{e1de}";
/// Phosphor `plug`.
pub const PLUG: &str = "\u{e946}";
/// Phosphor `note`.
pub const NOTE: &str = "\u{e348}";
/// Phosphor `prohibit`.
pub const PROHIBIT: &str = "\u{e3de}";
/// Phosphor `star`.
pub const STAR: &str = "\u{e46a}";
/// Phosphor `arrows-out`.
pub const ARROWS_OUT: &str = "\u{e0a2}";
/// Phosphor `arrows-left-right`.
pub const ARROWS_LEFT_RIGHT: &str = "\u{e0a0}";
/// Phosphor `swap`.
pub const SWAP: &str = "\u{e83c}";
/// Phosphor `circle`.
pub const CIRCLE: &str = "\u{e18a}";
/// Phosphor `circle-notch`.
pub const CIRCLE_NOTCH: &str = "\u{eb44}";
/// Phosphor `tree-structure`.
pub const TREE_STRUCTURE: &str = "\u{e67c}";
/// Phosphor `tag`.
pub const TAG: &str = "\u{e478}";
/// Phosphor `lightning`.
pub const LIGHTNING: &str = "\u{e2de}";
/// Phosphor `sparkle`.
pub const SPARKLE: &str = "\u{e6a2}";
/// Phosphor `skip-forward`.
pub const SKIP_FORWARD: &str = "\u{e5a6}";
/// Phosphor `picture-in-picture`.
pub const PICTURE_IN_PICTURE: &str = "\u{e64c}";
/// Phosphor `calendar-x`.
pub const CALENDAR_X: &str = "\u{e10c}";
/// Phosphor `calendar-check`.
pub const CALENDAR_CHECK: &str = "\u{e712}";
/// Phosphor `hand-coins`.
pub const HAND_COINS: &str = "\u{ea8c}";
/// Phosphor `paper-plane-tilt`.
pub const PAPER_PLANE_TILT: &str = "\u{e398}";
/// Phosphor `arrow-bend-up-left`.
pub const ARROW_BEND_UP_LEFT: &str = "\u{e024}";
/// Phosphor `list`.
pub const LIST: &str = "\u{e2f0}";

/// Every icon of the subset: the font test checks each, a gallery shows them.
pub const ALL: &[&str] = &[
    TIMER,
    CHART_LINE_UP,
    CHART_BAR,
    CHART_SCATTER,
    LIST_CHECKS,
    TABLE,
    CLIPBOARD_TEXT,
    SCALES,
    GAVEL,
    SEAL_CHECK,
    SIGNATURE,
    TICKET,
    HEADSET,
    GAUGE,
    USERS,
    USERS_THREE,
    USER,
    USER_CIRCLE,
    CALENDAR,
    CALENDAR_DOTS,
    WALLET,
    CURRENCY_RUB,
    BOOKS,
    GEAR,
    MAGNIFYING_GLASS,
    PLUS,
    MINUS,
    X,
    CHECK,
    CHECK_CIRCLE,
    WARNING,
    WARNING_CIRCLE,
    INFO,
    X_CIRCLE,
    PLAY,
    PAUSE,
    STOP,
    ARROW_U_UP_LEFT,
    ARROW_CLOCKWISE,
    ARROW_RIGHT,
    ARROW_LEFT,
    CARET_DOWN,
    CARET_UP,
    CARET_RIGHT,
    CARET_LEFT,
    CARET_UP_DOWN,
    DOTS_THREE,
    PENCIL_SIMPLE,
    TRASH,
    DOWNLOAD_SIMPLE,
    UPLOAD_SIMPLE,
    FILE_PDF,
    FILE_TEXT,
    FOLDER_OPEN,
    FLOPPY_DISK,
    LOCK,
    LOCK_OPEN,
    SIGN_IN,
    SIGN_OUT,
    TRANSLATE,
    SUN,
    MOON,
    DESKTOP,
    KEYBOARD,
    COMMAND,
    FLAG,
    FLAG_BANNER,
    EYE,
    EYE_SLASH,
    BELL,
    FUNNEL,
    LINK,
    CLOUD_CHECK,
    CLOUD_SLASH,
    HOURGLASS_MEDIUM,
    PHONE,
    CHAT_TEXT,
    SHIELD_CHECK,
    CLOCK,
    CLOCK_COUNTER_CLOCKWISE,
    TARGET,
    TREND_UP,
    TREND_DOWN,
    COPY,
    PRINTER,
    HOUSE,
    DATABASE,
    PLUG,
    NOTE,
    PROHIBIT,
    STAR,
    ARROWS_OUT,
    ARROWS_LEFT_RIGHT,
    SWAP,
    CIRCLE,
    CIRCLE_NOTCH,
    TREE_STRUCTURE,
    TAG,
    LIGHTNING,
    SPARKLE,
    SKIP_FORWARD,
    PICTURE_IN_PICTURE,
    CALENDAR_X,
    CALENDAR_CHECK,
    HAND_COINS,
    PAPER_PLANE_TILT,
    ARROW_BEND_UP_LEFT,
    LIST,
];
