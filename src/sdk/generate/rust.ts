/** Emits the model as Rust: the generated modules of the crate in sdks/rust. */
import type { MethodModel, Model, TopicModel } from './model.ts'
import { callable, groupsOf, pascalCase } from './model.ts'
import {
  argument,
  builderText,
  convert,
  docs,
  fieldName,
  fieldTexts,
  HEADER,
  innerEnums,
  rustType,
  rustTypes,
} from './rust-types.ts'
import { leaving, snakeCase } from './words.ts'

/** The files of the crate that follow from the contract, by path in the project. */
export function emitRust(model: Model, hash: string): [path: string, text: string][] {
  return [
    ['sdks/rust/src/generated/mod.rs', moduleText(model, hash)],
    ['sdks/rust/src/generated/types.rs', rustTypes(model)],
    ['sdks/rust/src/generated/params.rs', paramsText(model)],
    ['sdks/rust/src/generated/methods.rs', methodsText(model)],
    ['sdks/rust/src/generated/errors.rs', errorsText(model)],
    ['sdks/rust/src/generated/events.rs', eventsText(model)],
    ['sdks/rust/tests/generated/mod.rs', byNameText(model)],
  ]
}

function moduleText(model: Model, hash: string): string {
  return `${HEADER}
//! What follows from the contract.

mod errors;
mod events;
mod methods;
mod params;
mod types;

pub use errors::*;
pub use events::*;
pub use methods::*;
pub use params::*;
pub use types::*;

/// Version of the contract this crate was made from.
pub const CONTRACT_VERSION: &str = ${JSON.stringify(model.version)};

/// SHA-256 of the contract in canonical form; \`node.version\` tells that of the node.
pub const CONTRACT_HASH: &str = ${JSON.stringify(hash)};

/// What repeating a method of the contract takes; none for one that is not in it.
pub(crate) fn repeating(method: &str) -> Option<crate::client::Repeating> {
    use crate::client::Repeating::{AsItIs, WithKey};
    match method {
${repeatingArms(model)}        _ => None,
    }
}

/// Methods that are on their way out, with what to say of them.
pub(crate) const DEPRECATED: &[(&str, &str)] = &[${deprecatedText(model)}];
`
}

function repeatingArms(model: Model): string {
  const arm = (key: boolean, repeating: string) => {
    const names = callable(model).filter(({ idempotency }) => (idempotency === 'key') === key)
    const patterns = names.map(({ name }) => JSON.stringify(name)).join('\n        | ')
    return `        ${patterns} => Some(${repeating}),\n`
  }
  return arm(false, 'AsItIs') + arm(true, 'WithKey')
}

function deprecatedText(model: Model): string {
  const rows = callable(model).flatMap(({ name, deprecated }) =>
    deprecated ? [`\n    (${JSON.stringify(name)}, ${JSON.stringify(leaving(deprecated))}),`] : [],
  )
  return rows.length === 0 ? '' : `${rows.join('')}\n`
}

function paramsText(model: Model): string {
  const structs = callable(model)
    .filter(({ params }) => params.length > 0)
    .map((method) => paramsStruct(method, model))
  const values = ['Amount', 'Bytes', 'Timestamp'].filter((name) =>
    structs.some((text) => new RegExp(`[:<] ?${name}\\b`).test(text)),
  )
  return [
    HEADER,
    '//! Parameters of the methods: `new` takes what is required, and a method of its own what is not.\n',
    'use serde::{Deserialize, Serialize};\n',
    'use super::types::*;',
    `use crate::values::{${values.join(', ')}};\n`,
    ...structs,
  ].join('\n')
}

function paramsStruct({ name, summary, paramsName, params, exactlyOneOf }: MethodModel, model: Model) {
  const head = `${innerEnums(paramsName, params)}${docs(`Parameters of \`${name}\`: ${summary}.`)}#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]\n#[serde(rename_all = "camelCase")]\n#[non_exhaustive]\n`
  const choice = exactlyOneOf.length > 0
  const struct = `${head}pub struct ${paramsName} {\n${fieldTexts(paramsName, params, model, choice ? '' : 'pub ')}}\n\n`
  if (!choice) return struct + builderText(paramsName, params, model)
  if (params.some((field) => !exactlyOneOf.includes(field.name)))
    throw new Error(`${name}: beside what exactly one is of there is nothing yet`)
  const makers = params.map((chosen) => {
    const type = rustType(chosen.type, model, paramsName)
    const rust = fieldName(chosen.name)
    const values = params.map((field) =>
      field === chosen
        ? `            ${rust}: Some(${convert(rust, type)}),\n`
        : `            ${fieldName(field.name)}: None,\n`,
    )
    return `${docs(chosen.description, '    ')}    pub fn by_${snakeCase(chosen.name)}(${rust}: ${argument(type)}) -> Self {\n        Self {\n${values.join('')}        }\n    }\n`
  })
  return `${struct}/// Exactly one of them is given.\nimpl ${paramsName} {\n${makers.join('\n')}}\n`
}

function methodsText(model: Model): string {
  const groups = groupsOf(callable(model))
  const entries = [...groups.keys()].map(
    (group) =>
      `    /// Methods of the group \`${group}\`.\n    pub fn ${group}(&self) -> ${pascalCase(group)}Methods<'_> {\n        ${pascalCase(group)}Methods { client: self }\n    }\n`,
  )
  return [
    HEADER,
    '//! The methods of the contract, in their groups.\n',
    'use super::params::*;\nuse super::types::*;\nuse crate::client::{Client, Repeating};\nuse crate::Result;\n',
    `impl Client {\n${entries.join('\n')}}\n`,
    ...[...groups].map(([group, methods]) => {
      const name = `${pascalCase(group)}Methods`
      return `/// Methods of the group \`${group}\`.\n#[derive(Clone, Copy, Debug)]\npub struct ${name}<'a> {\n    client: &'a Client,\n}\n\nimpl ${name}<'_> {\n${methods.map((method) => methodText(method, model)).join('\n')}}\n`
    }),
  ].join('\n')
}

function methodText({ name, summary, description, ...method }: MethodModel, model: Model): string {
  const { paramsName, params, result, errors, idempotency, deprecated } = method
  const mark = deprecated
    ? `    #[deprecated(since = ${JSON.stringify(deprecated.since)}, note = ${JSON.stringify(`use ${deprecated.instead}; removed in ${deprecated.removedIn}`)})]\n`
    : ''
  const fails =
    errors.length > 0
      ? `\n    /// # Errors\n    ///\n${docs(`Of its own: ${errors.map((one) => `\`${one}\``).join(', ')}.`, '    ')}`
      : ''
  const about = `${docs(`${summary}.`, '    ')}    ///\n${docs(description, '    ')}${fails && `    ///${fails}`}`
  const given = params.length > 0
  const repeating = idempotency === 'key' ? 'Repeating::WithKey' : 'Repeating::AsItIs'
  const call = `self.client.call("${name}", Repeating::`
  const value = given ? '&params' : '&serde_json::json!({})'
  return `${about}${mark}    pub fn ${snakeCase(name.split('.')[1]!)}(&self${given ? `, params: ${paramsName}` : ''}) -> Result<${rustType(result, model, '')}> {\n        ${call}${repeating.slice('Repeating::'.length)}, ${value})\n    }\n`
}

function errorsText(model: Model): string {
  const variants = model.errors.map(({ symbol, meaning, data }) => {
    return `${docs(meaning, '    ')}    ${pascalCase(symbol)}(${rustType(data, model, '')}),\n`
  })
  const symbols = model.errors.map(
    ({ symbol }) => `            Self::${pascalCase(symbol)}(_) => "${symbol}",\n`,
  )
  const wires = model.errors.map(
    ({ symbol }) => `            "${symbol}" => from_value(data.clone()).map(Self::${pascalCase(symbol)}),\n`,
  )
  return `${HEADER}
//! The error table.

use serde_json::{from_value, Value};

use super::types::*;

/// What a node refused, with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
${variants.join('')}    /// An error that is not in the contract of this crate: that of a newer node.
    Unknown {
        /// Its symbol.
        symbol: String,
        /// All that came with it.
        data: Value,
    },
}

impl Refusal {
    /// Its symbol in the contract, such as \`insufficient_funds\`.
    pub fn symbol(&self) -> &str {
        match self {
${symbols.join('')}            Self::Unknown { symbol, .. } => symbol,
        }
    }

    pub(crate) fn from_wire(symbol: &str, data: Value) -> Self {
        let known = match symbol {
${wires.join('')}            _ => return Self::Unknown { symbol: symbol.to_owned(), data },
        };
        known.unwrap_or_else(|_| Self::Unknown { symbol: symbol.to_owned(), data })
    }
}
`
}

function eventsText(model: Model): string {
  const type = (topic: TopicModel) => rustType(topic.event, model, '')
  const variants = model.topics.map(
    (topic) => `${docs(topic.summary, '    ')}    ${pascalCase(topic.name)}(${type(topic)}),\n`,
  )
  const topics = model.topics.map(({ name }) => `            Self::${pascalCase(name)}(_) => "${name}",\n`)
  const wires = model.topics.map(
    ({ name }) => `            "${name}" => from_value(event.clone()).map(Self::${pascalCase(name)}),\n`,
  )
  return `${HEADER}
//! What streams tell.

use serde_json::{from_value, Value};

use super::types::*;

/// An event, or the mark between what had been and what is new.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
${variants.join('')}    /// Everything that had happened when the stream began has been told; from here on events are live. Comes once.
    CaughtUp,
    /// An event that is not in the contract of this crate: that of a newer node.
    Unknown {
        /// Its topic.
        topic: String,
        /// All that came with it.
        event: Value,
    },
}

impl Event {
    /// Its topic in the contract, such as \`chain.block\`.
    pub fn topic(&self) -> &str {
        match self {
${topics.join('')}            Self::CaughtUp => "caught_up",
            Self::Unknown { topic, .. } => topic,
        }
    }

    pub(crate) fn from_wire(topic: &str, event: Value) -> Self {
        let known = match topic {
${wires.join('')}            "caught_up" => return Self::CaughtUp,
            _ => return Self::Unknown { topic: topic.to_owned(), event },
        };
        known.unwrap_or_else(|_| Self::Unknown { topic: topic.to_owned(), event })
    }
}
`
}

/**
 * Calls by name, so that tests can carry out the examples of the contract through the typed methods; and events and errors as JSON
 * again, so that tests can compare them with what came.
 */
function byNameText(model: Model): string {
  const arms = callable(model).map(({ name, params }) => {
    const [group, method] = name.split('.') as [string, string]
    const given = params.length > 0 ? 'given(params)' : ''
    return `        "${name}" => answer(client.${group}().${snakeCase(method)}(${given})?),\n`
  })
  const events = model.topics.map(
    ({ name }) => `        Event::${pascalCase(name)}(event) => answer(event),\n`,
  )
  const refusals = model.errors.map(
    ({ symbol }) => `        Refusal::${pascalCase(symbol)}(data) => answer(data),\n`,
  )
  return `${HEADER}
//! Methods by name; events and errors as JSON.
#![allow(deprecated)]

use serde::{de::DeserializeOwned, Serialize};
use serde_json::{json, Value};
use stegos::{Client, Event, Refusal, Result};

/// Carries out a method through its typed function; the answer goes through its type, too.
pub fn call(client: &Client, method: &str, params: Value) -> Result<Value> {
    Ok(match method {
${arms.join('')}        _ => panic!("no method {method}"),
    })
}

/// What belongs to an event, out of its type again.
pub fn event(event: &Event) -> Value {
    match event {
${events.join('')}        Event::CaughtUp => json!({}),
        unknown => panic!("not in the contract: {unknown:?}"),
    }
}

/// What belongs to an error, out of its type again.
pub fn refusal(refusal: &Refusal) -> Value {
    match refusal {
${refusals.join('')}        unknown => panic!("not in the contract: {unknown:?}"),
    }
}

fn given<T: DeserializeOwned>(params: Value) -> T {
    serde_json::from_value(params).expect("the parameters fit their type")
}

fn answer<T: Serialize>(result: T) -> Value {
    serde_json::to_value(result).expect("a result is JSON")
}
`
}
