import { z } from 'zod';
import { requestText } from './RequestText';

/** Several values of a query parameter: `a,b` or `a=1&a=2`. */
export const severalTexts = z
  .union([z.string(), z.array(z.string())])
  .transform(value =>
    [value]
      .flat()
      .flatMap(text => text.split(','))
      .map(text => text.trim())
      .filter(Boolean),
  )
  .pipe(z.array(requestText(600)).max(100, 'must have at most 100 values'));
