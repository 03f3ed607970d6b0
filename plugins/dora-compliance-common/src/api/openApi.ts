import { z } from 'zod';
import type { Operation } from './Operation';
import { operations } from './operations';

/**
 * The operations as an OpenAPI 3.1 description.
 *
 * @public
 */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, of] of Object.entries(operations)) {
    paths[of.path] = {
      ...paths[of.path],
      [of.method.toLowerCase()]: describe(name, of as unknown as Operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'DORA compliance for Backstage', version: '1' },
    servers: [{ url: '/api/dora-compliance' }],
    paths,
  };
}

function describe(name: string, of: Operation) {
  return {
    operationId: name,
    summary: of.summary,
    description:
      of.needs === 'asset'
        ? 'Needs catalog.entity.read on the entity of the asset.'
        : `Needs the permission ${of.needs}.`,
    parameters: [
      ...parameters('path', of.params),
      ...parameters('query', of.query),
    ],
    responses: {
      200: {
        description: 'The answer',
        content: of.raw
          ? { 'application/json': {} }
          : {
              'application/json': {
                schema: z.toJSONSchema(of.answer, { io: 'output' }),
              },
            },
      },
    },
  };
}

function parameters(place: 'path' | 'query', shape: Operation['params']) {
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: z.toJSONSchema(schema, { io: 'output' }),
  }));
}
