//! Results written as files, through the same writers as on the command line.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::api::Job;
use super::columns::object;
use super::errors;
use super::options::{field, string, strings};
use crate::report::csv::Sheet;
use crate::report::document::Converter;
use crate::report::formats::{Format, Lang, Source, Wishes, write};
use crate::text::offsets::Unit;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface RawWishes {
  lang?: "ar" | "en" | null;
  layers?: string[] | null;
  title?: string | null;
  source?: string | null;
  text?: boolean | null;
}
"#;

#[wasm_bindgen]
impl Job {
    /// The result as files `{name, type, text}`, offsets in UTF-16. Consumes the job. Throws a `CoreError` of kind `bad-options` for a format or
    /// wishes that nobody knows.
    #[wasm_bindgen(unchecked_return_type = "{ name: string; type: string; text: string }[]")]
    pub fn export(self, format: &str, #[wasm_bindgen(unchecked_param_type = "RawWishes")] wishes: JsValue) -> Result<JsValue, JsValue> {
        let format = read_format(format)?;
        let wishes = read_wishes(&wishes)?;
        let packs = self.packs.try_borrow().map_err(|_| errors::bad_options("packs are in use"))?;
        let mut memory = self.memory.try_borrow_mut().map_err(|_| errors::bad_options("packs are in use"))?;
        let analysis = self.job.finish(&packs, &mut memory, &self.text);
        let at = Converter::new(&self.text, Unit::Utf16);
        let files = Array::new();
        for file in write(format, Source { analysis: &analysis, packs: &packs, at: &at }, &wishes) {
            files.push(&object(&[("name", file.name.into()), ("type", file.media_type.into()), ("text", file.text.into())]));
        }
        Ok(files.into())
    }
}

fn read_format(name: &str) -> Result<Format, JsValue> {
    Format::from_name(name).ok_or_else(|| {
        errors::bad_options(&format!("there is no format called '{name}'; the formats are {}", Format::ALL.map(Format::name).join(", ")))
    })
}

fn read_wishes(options: &JsValue) -> Result<Wishes, JsValue> {
    let mut out = Wishes { text: true, ..Wishes::default() };
    if let Some(lang) = field(options, "lang")? {
        out.lang = Lang::from_code(&string(&lang, "lang")?).ok_or_else(|| errors::bad_options("lang must be ar or en"))?;
    }
    if let Some(title) = field(options, "title")? {
        out.title = Some(string(&title, "title")?);
    }
    if let Some(source) = field(options, "source")? {
        out.source = Some(string(&source, "source")?);
    }
    if let Some(text) = field(options, "text")? {
        out.text = text.as_bool().ok_or_else(|| errors::bad_options("text must be true or false"))?;
    }
    if let Some(layers) = field(options, "layers")? {
        let sheet = |name: &String| {
            Sheet::from_name(name)
                .ok_or_else(|| errors::bad_options(&format!("there is no table called '{name}'; the tables are {}", Sheet::names())))
        };
        out.sheets = strings(&layers, "layers", "a layer")?.iter().map(sheet).collect::<Result<_, JsValue>>()?;
    }
    Ok(out)
}
