import { z } from 'zod';
import type { Operation } from './Operation';
import { assetReadPermission } from '../permissions/permissions';
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
    description: [
      of.needs === 'asset'
        ? `Requires catalog.entity.read on the entity of the asset, and ${assetReadPermission.name} on the asset.`
        : `Requires the permission ${of.needs}.`,
      ...(of.alsoNeeds
        ? [`Also requires the permission ${of.alsoNeeds}.`]
        : []),
    ].join(' '),
    parameters: [
      ...parameters('path', of.params),
      ...parameters('query', of.query),
    ],
    ...(of.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: z.toJSONSchema(of.body, { io: 'input' }),
          },
        },
      },
    }),
    responses: {
      200: {
        description: 'The response',
        content: of.raw
          ? { [of.raw]: {} }
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
