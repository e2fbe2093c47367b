//! The order itself: from the organisation's name to the signatures.

use super::facts::{Facts, day, moment};
use crate::documents::page::{Align, Block, Face, Place, Style, Text};
use crate::locale::Arg;
use crate::views::document::OrderWording;

const ORGANISATION: Style = Style { size: 12.0, leading: 16.0, before: 0.0, ..Style::HEADING.centred() };
const HEADING: Style = Style { size: 16.0, leading: 21.0, before: 14.0, ..Style::HEADING.centred() };
const DATE: Style = Style { align: Align::Left, before: 10.0, ..Style::BODY };
const SUBJECT: Style = Style { size: 11.5, leading: 15.5, before: 16.0, ..Style::HEADING };
const CAPTION: Style = Style { size: 7.5, leading: 10.0, ..Style::CELL.quiet().centred() };
const REMARK: Style = Style { before: 10.0, ..Style::SMALL.quiet() };

/// The blocks of the order's own pages.
pub fn blocks(facts: &Facts<'_>, wording: &OrderWording) -> Vec<Block> {
    let (order, lang) = (facts.order, facts.lang);
    let texts = facts.texts(wording);
    let mut blocks = vec![
        Block::Paragraph(Text::new(&order.organisation, ORGANISATION)),
        Block::Rule,
        Block::Heading(1, Text::new(&texts.heading, HEADING)),
        Block::Beside(vec![
            place(0.5, day(lang, order.date), DATE),
            place(0.5, facts.words("order-number"), DATE.right()),
        ]),
    ];
    if !texts.own_heading {
        blocks.push(Block::Paragraph(Text::new(lang.t("order-place"), DATE.below(4.0))));
    }
    if order.rehearsal {
        blocks.push(Block::Paragraph(Text::new(lang.t("order-rehearsal"), REMARK.strong())));
    }
    blocks.push(Block::Heading(2, Text::new(facts.words("order-subject"), SUBJECT)));
    blocks.push(Block::Paragraph(Text::new(&texts.preamble, Style::BODY.below(12.0))));
    let orders = Style { before: 10.0, ..Style::BODY.strong() };
    let orders = Block::Together(vec![Block::Paragraph(Text::new(lang.t("order-orders"), orders)), Block::Space(2.0)]);
    blocks.push(orders);
    let points = (1..).zip(&texts.points);
    let points = points.map(|(number, point)| Block::Point(format!("{number}."), Text::new(point, Style::BODY)));
    blocks.extend(points);
    // Signatures do not stand on a page without something of the text they sign.
    let mut last: Vec<Block> = blocks.pop().into_iter().collect();
    if let Some(grounds) = facts.find("grounds") {
        let grounds = grounds.trim_end_matches('.');
        let words = lang.with("order-grounds", &[("grounds", Arg::Text(grounds))]);
        last.push(Block::Paragraph(Text::new(words, Style::BODY.below(12.0))));
    }
    last.push(signature(facts, &texts.signature, &order.approved_by.name));
    blocks.push(Block::Together(last));
    blocks.push(signature(facts, &lang.t("order-signature-submitted"), &order.submitted_by.name));
    blocks.extend(remarks(facts));
    blocks
}

fn place(share: f32, words: impl Into<String>, style: Style) -> Place {
    Place { share, text: Text::new(words, style), line: false }
}

/// A title, a line to sign on with what it is for below, and the name.
fn signature(facts: &Facts<'_>, title: &str, name: &str) -> Block {
    let title_style = Style { align: Align::Left, before: 26.0, ..Style::BODY };
    let name_style = Style { align: Align::Left, before: 26.0, ..Style::BODY };
    let line = Place { share: 0.24, text: Text::new(facts.lang.t("order-signature"), CAPTION), line: true };
    Block::Together(vec![
        Block::Beside(vec![
            place(0.40, title, title_style),
            place(0.28, "", title_style),
            place(0.32, name, name_style),
        ]),
        Block::Beside(vec![place(0.42, "", CAPTION), line]),
    ])
}

/// What the program adds of its own: that it was approved in it, and whether the approver's password was fresh.
fn remarks(facts: &Facts<'_>) -> Vec<Block> {
    let (order, lang) = (facts.order, facts.lang);
    let approved = moment(lang, &order.approved_local);
    let approved = lang.with("order-approved", &[("moment", Arg::Text(&approved))]);
    let mut blocks = vec![Block::Paragraph(Text::new(approved, REMARK.below(20.0)))];
    if let Some(person) = &order.password_reset_by {
        let words = lang.with("order-password-reset", &[("person", Arg::Text(person))]);
        let style = Style { face: Face::SansStrong, grey: 0, before: 3.0, ..REMARK };
        blocks.push(Block::Paragraph(Text::new(words, style)));
    }
    blocks
}
