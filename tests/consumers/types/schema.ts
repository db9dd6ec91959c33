/** The JSON Schema, typed by what is in it. */

import schema from "mubin/schema" with { type: "json" };

export const address: string = schema.$schema;
