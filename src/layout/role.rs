//! The roles of blocks, and which are the text itself.

/// What a block of a pasted page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Role {
    /// The title, and the line under it that expands on it.
    Headline,
    /// Who wrote it.
    Byline,
    /// Where and when.
    Dateline,
    /// The text.
    Body,
    /// What stands under a picture.
    Caption,
    /// Links to other texts.
    Related,
    /// Menus, paths, sharing, tags.
    Navigation,
    /// Readers' comments and the form for them.
    Comments,
    /// Copyright, cookies, terms.
    Legal,
    /// Counters, advertisements, newsletters and the rest.
    Other,
}

impl Role {
    /// All roles, in the order of their numbers.
    pub const ALL: [Role; 10] = [
        Role::Headline,
        Role::Byline,
        Role::Dateline,
        Role::Body,
        Role::Caption,
        Role::Related,
        Role::Navigation,
        Role::Comments,
        Role::Legal,
        Role::Other,
    ];

    /// The stable name in results.
    pub fn name(self) -> &'static str {
        match self {
            Role::Headline => "headline",
            Role::Byline => "byline",
            Role::Dateline => "dateline",
            Role::Body => "body",
            Role::Caption => "caption",
            Role::Related => "related",
            Role::Navigation => "navigation",
            Role::Comments => "comments",
            Role::Legal => "legal",
            Role::Other => "other",
        }
    }

    /// The role of a name.
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether a block of this role belongs to the text, as opposed to the page around it.
    pub fn is_content(self) -> bool {
        matches!(self, Role::Headline | Role::Byline | Role::Dateline | Role::Body | Role::Caption)
    }
}

/// A score for every role.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores([f32; Role::ALL.len()]);

impl Scores {
    /// The score of `role`.
    pub fn get(&self, role: Role) -> f32 {
        self.0.get(role as usize).copied().unwrap_or(0.0)
    }

    /// The place of `role`'s score.
    pub fn slot(&mut self, role: Role) -> Option<&mut f32> {
        self.0.get_mut(role as usize)
    }

    /// Adds `value` to the score of `role`.
    pub fn add(&mut self, role: Role, value: f32) {
        if let Some(slot) = self.slot(role) {
            *slot += value;
        }
    }

    /// Adds another set of scores.
    pub fn add_all(&mut self, other: &Scores) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }

    /// The scores, by the numbers of the roles.
    pub fn values(&self) -> &[f32; Role::ALL.len()] {
        &self.0
    }

    /// The same, to be changed.
    pub fn values_mut(&mut self) -> &mut [f32; Role::ALL.len()] {
        &mut self.0
    }

    /// The role with the highest score, and that score.
    pub fn best(&self) -> (Role, f32) {
        let mut best = (Role::Body, f32::NEG_INFINITY);
        for (role, score) in Role::ALL.into_iter().zip(self.0) {
            if score > best.1 {
                best = (role, score);
            }
        }
        best
    }
}
