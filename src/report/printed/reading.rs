//! The text itself, its names marked. A mark holds whole words, as letters join across it only so.

use super::{Page, direction};
use crate::content::names::EntityKind;
use crate::layout::{Block, Role};

impl Page<'_> {
    pub(super) fn text(&mut self) {
        let blocks = &self.source.analysis.layout.blocks;
        if !blocks.iter().any(|block| block.role.is_content()) {
            return;
        }
        self.section("text", |page| {
            if !page.content.mentions.is_empty() {
                page.legend();
            }
            page.out.open("article", &[("lang", "ar")]);
            page.out.line();
            for block in blocks.iter().filter(|block| block.role.is_content()) {
                page.block(block);
            }
            page.out.close("article");
            page.out.line();
        });
    }

    fn legend(&mut self) {
        self.out.open("p", &[("class", "legend")]);
        self.out.text(self.say("legend"));
        for kind in EntityKind::ALL {
            self.out.text(" ");
            self.out.leaf("mark", &[("class", kind.name())], self.word("name", kind.name()));
        }
        self.out.close("p");
        self.out.line();
    }

    fn block(&mut self, block: &Block) {
        let element = if block.role == Role::Headline { "h3" } else { "p" };
        self.out.open(element, &[("class", block.role.name()), ("dir", direction(block.span.of(self.source.text())))]);
        let tokens = &self.source.analysis.tokens;
        let mut at = block.span.start;
        let first = self.content.mentions.partition_point(|mention| mention.tokens.end <= block.tokens.start);
        let inside = self.content.mentions.iter().skip(first).take_while(|mention| mention.tokens.start < block.tokens.end);
        for mention in inside {
            let (Some(from), Some(to)) =
                (tokens.get(mention.tokens.start), mention.tokens.end.checked_sub(1).and_then(|last| tokens.get(last)))
            else {
                continue;
            };
            if from.span.start < at {
                continue;
            }
            self.slice(at, from.span.start);
            let kind = mention.kind.name();
            self.out.open("mark", &[("class", kind), ("title", self.word("name", kind))]);
            self.slice(from.span.start, to.span.end);
            self.out.close("mark");
            at = to.span.end;
        }
        self.slice(at, block.span.end);
        self.out.close(element);
        self.out.line();
    }

    /// Text with its line ends as HTML has them.
    fn slice(&mut self, from: u32, to: u32) {
        let slice = self.source.text().get(from as usize..to as usize).unwrap_or_default();
        if slice.contains('\r') {
            self.out.text(&slice.replace("\r\n", "\n").replace('\r', "\n"));
        } else {
            self.out.text(slice);
        }
    }
}
