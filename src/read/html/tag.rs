//! The names of elements, and what the standard says of each.

macro_rules! tags {
    ($($tag:ident $name:literal)*) => {
        /// An element's name. Those that nothing here asks for are told apart by a hash.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Tag {
            $($tag,)*
            Unknown(u32),
        }

        impl Tag {
            /// The tag of a name in lower case.
            pub(super) fn named(name: &[u8]) -> Tag {
                match name {
                    $($name => Tag::$tag,)*
                    _ => Tag::Unknown(hash(name)),
                }
            }
        }
    };
}

tags! {
    A b"a" Address b"address" Article b"article" Aside b"aside" Audio b"audio" Base b"base"
    Blockquote b"blockquote" Body b"body" Br b"br" Button b"button" Canvas b"canvas"
    Caption b"caption" Center b"center" Choice b"option" Col b"col" Datalist b"datalist" Dd b"dd" Details b"details"
    Dialog b"dialog" Dir b"dir" Div b"div" Dl b"dl" Dt b"dt" Em b"em" Embed b"embed" Fieldset b"fieldset"
    Figcaption b"figcaption" Figure b"figure" Footer b"footer" Form b"form" Frameset b"frameset"
    H1 b"h1" H2 b"h2" H3 b"h3" H4 b"h4" H5 b"h5" H6 b"h6" Head b"head" Header b"header"
    Hgroup b"hgroup" Hr b"hr" Html b"html" I b"i" Iframe b"iframe" Img b"img" Input b"input"
    Label b"label" Legend b"legend" Li b"li" Link b"link" Listing b"listing" Main b"main"
    Math b"math" Menu b"menu" Meta b"meta" Meter b"meter" Nav b"nav" Noembed b"noembed"
    Noframes b"noframes" Noscript b"noscript" Object b"object" Ol b"ol" Optgroup b"optgroup"
     P b"p" Param b"param" Picture b"picture" Plaintext b"plaintext" Pre b"pre"
    Progress b"progress" Q b"q" Rp b"rp" Script b"script" Search b"search" Section b"section"
    Select b"select" Source b"source" Style b"style" Summary b"summary" Svg b"svg"
    Table b"table" Tbody b"tbody" Td b"td" Template b"template" Textarea b"textarea"
    Tfoot b"tfoot" Th b"th" Thead b"thead" Time b"time" Title b"title" Tr b"tr" Track b"track"
    Ul b"ul" Video b"video" Wbr b"wbr" Xmp b"xmp"
}

use Tag::*;

impl Tag {
    /// Whether the element has no content and no end tag.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr)
    }

    /// Whether a browser starts a new line for the element and after it.
    pub(super) fn is_block(self) -> bool {
        self.closes_paragraph() || self.is_of_table() || matches!(self, Body | Dd | Dt | Html | Legend | Li)
    }

    /// Whether the start of the element ends a paragraph that is open.
    pub(super) fn closes_paragraph(self) -> bool {
        self.is_heading()
            || matches!(
                self,
                Address
                    | Article
                    | Aside
                    | Blockquote
                    | Center
                    | Details
                    | Dialog
                    | Dir
                    | Div
                    | Dl
                    | Fieldset
                    | Figcaption
                    | Figure
                    | Footer
                    | Form
                    | Header
                    | Hgroup
                    | Hr
                    | Listing
                    | Main
                    | Menu
                    | Nav
                    | Ol
                    | P
                    | Plaintext
                    | Pre
                    | Search
                    | Section
                    | Summary
                    | Table
                    | Ul
                    | Xmp
            )
    }

    pub(super) fn is_heading(self) -> bool {
        matches!(self, H1 | H2 | H3 | H4 | H5 | H6)
    }

    pub(super) fn is_of_table(self) -> bool {
        matches!(self, Caption | Table | Tbody | Td | Tfoot | Th | Thead | Tr)
    }

    /// Whether the element's content is no part of the text: programs, controls, pictures, frames.
    pub(super) fn is_without_text(self) -> bool {
        matches!(
            self,
            Audio
                | Button
                | Canvas
                | Datalist
                | Dialog
                | Frameset
                | Head
                | Iframe
                | Input
                | Label
                | Meter
                | Noembed
                | Noframes
                | Noscript
                | Object
                | Choice
                | Optgroup
                | Picture
                | Progress
                | Rp
                | Script
                | Select
                | Style
                | Svg
                | Template
                | Textarea
                | Title
                | Video
        )
    }

    /// Whether the element may stand in the head of a page.
    pub(super) fn is_of_head(self) -> bool {
        matches!(self, Base | Head | Link | Meta | Noscript | Script | Style | Template | Title)
    }
}

/// FNV-1a.
fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
