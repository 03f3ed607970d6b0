import { Environment } from '@marcbachmann/cel-js';
import {
  Day,
  Duration,
  Instant,
  RecoveryObjective,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { DeclaredTypes } from './declareTypes';

it('takes the types of fields from a schema', () => {
  const types = new DeclaredTypes(new Environment());
  expect(
    types.listFields(
      z.object({
        text: z.string(),
        choice: z.enum(['a', 'b']),
        always: z.literal(true),
        level: z.literal([1, 2]),
        count: z.number().int(),
        share: z.number(),
        names: z.array(z.string()),
      }),
    ),
  ).toEqual({
    text: 'string',
    choice: 'string',
    always: 'bool',
    level: 'double',
    count: 'int',
    share: 'double',
    names: 'list<string>',
  });
});

it('knows texts that are times', () => {
  const types = new DeclaredTypes(new Environment());
  const [moment, span] = [
    'google.protobuf.Timestamp',
    'google.protobuf.Duration',
  ];
  expect(
    types.listFields(
      z.object({
        at: Instant,
        on: Day.optional(),
        took: Duration.optional(),
        objective: RecoveryObjective,
      }),
    ),
  ).toEqual({ at: moment, on: moment, took: span, objective: span });
});

it('takes the fields of all that a schema may be, or is at once', () => {
  const types = new DeclaredTypes(new Environment());
  const [a, b] = [z.object({ a: z.string() }), z.object({ b: z.number() })];
  const both = { a: 'string', b: 'double' };
  expect(types.listFields(z.intersection(a, b))).toEqual(both);
  expect(types.listFields(z.union([a, b]))).toEqual(both);
  expect(
    types.listFields(
      z.object({
        inner: a,
        maybe: z.nullable(b),
        any: z.array(z.any()),
        always: z.literal('x'),
      }),
    ),
  ).toEqual({
    inner: expect.stringMatching(/^Type\d+$/),
    maybe: expect.stringMatching(/^Type\d+$/),
    any: 'list<dyn>',
    always: 'string',
  });
  expect([...types.fields]).toEqual(['a', 'b']);
});

it('gives each type a name of its own', () => {
  const types = new DeclaredTypes(new Environment());
  const names = [types.declare({ a: 'string' }), types.declare({ b: 'int' })];
  expect(new Set(names).size).toBe(2);
  names.forEach(name => expect(name).toMatch(/^Type\d+$/));
});
