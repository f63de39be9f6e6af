import type { SwaggerTransform, SwaggerTransformObject } from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { COMMAND_HEADERS, headersOf } from './command-headers.ts';
import { NAMED } from './named-schemas.ts';
import { oneNameEach, type Schemas } from './one-name.ts';
import { refusalsOf, shareRefusals } from './problem-answers.ts';

type Override = NonNullable<NonNullable<Parameters<typeof createJsonSchemaTransform>[0]['zodToJsonConfig']>['override']>;

/** What zod's own translation leaves out, or says more strictly than we mean it. */
const override: Override = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  // An answer without a body.
  if (def.type === 'undefined') jsonSchema.type = 'null';
  // An answer may grow fields; only what is sent to us may not have unknown ones, and says so itself.
  if (def.type === 'object' && !('catchall' in def && def.catchall !== undefined)) delete jsonSchema.additionalProperties;
  // Every JavaScript integer has these bounds.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  const description = z.globalRegistry.get(zodSchema)?.description;
  if (description !== undefined && jsonSchema.description === undefined) jsonSchema.description = description;
};

const options = { schemaRegistry: NAMED, zodToJsonConfig: { override } };
const describeRoute = createJsonSchemaTransform(options);
const nameSchemas = createJsonSchemaTransformObject(options);

/** One route, with the refusals that follow from what it takes and whom it lets in. */
export const describe: SwaggerTransform<FastifySchema> = ({ schema, route, ...rest }) => {
  if (schema === undefined || Object(schema).hide === true) return describeRoute({ schema, route, ...rest });
  return describeRoute({ schema: { ...schema, response: { ...refusalsOf(route), ...Object(schema.response) } }, route, ...rest });
};

interface Operation {
  readonly operationId?: string;
  parameters?: readonly unknown[];
  responses?: Record<string, unknown>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}

/** The whole document: what is shared stands once, and the members of a union can be told apart. */
export const finish: SwaggerTransformObject = (document) => {
  const { paths, components, ...rest } = nameSchemas(document) as unknown as Document;
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  for (const operation of operations) {
    const headers = headersOf(operation.operationId);
    if (headers.length > 0) operation.parameters = [...(operation.parameters ?? []), ...headers];
  }
  const shared = { parameters: COMMAND_HEADERS, responses: shareRefusals(operations) };
  const { uses, schemas } = oneNameEach({ paths, shared }, components.schemas);
  return {
    ...rest,
    paths: uses.paths,
    components: { ...components, ...uses.shared, schemas: withDiscriminators(schemas) },
  } as unknown as ReturnType<SwaggerTransformObject>;
};

/** A union of named schemas that each have a `type` of their own: a reader may go by it. */
function withDiscriminators(schemas: Schemas): Schemas {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { oneOf } = schema as { readonly oneOf?: readonly { readonly $ref?: string }[] };
      const mapping = Object.fromEntries(
        (oneOf ?? []).map(({ $ref = '' }) => [typeOf(schemas[$ref.split('/').at(-1) ?? '']), $ref]),
      );
      return [
        name,
        oneOf === undefined || 'undefined' in mapping
          ? schema
          : { ...Object(schema), discriminator: { propertyName: 'type', mapping } },
      ];
    }),
  );
}

function typeOf(schema: unknown): string | undefined {
  return (schema as { readonly properties?: { readonly type?: { readonly const?: string } } } | undefined)?.properties?.type
    ?.const;
}
