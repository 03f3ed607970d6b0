import { Environment } from '@marcbachmann/cel-js';
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
