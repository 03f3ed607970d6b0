import type { ApiReading } from './ApiAnswer';
import { NOT_WHOLE } from './toDocument';

/** More than so many problems are not reported one by one. */
const MOST_TOLD = 3;

/**
 * Several readings as one: whole when all of them are. What is not says why,
 * and when to ask again: when the last of them may be asked.
 *
 * @public
 */
export function together(...readings: readonly ApiReading[]): ApiReading {
  const answers = readings.flatMap(reading => reading.answers);
  const broken = readings.filter(({ complete }) => !complete);
  if (broken.length === 0) {
    return { answers, complete: true };
  }
  const problems = broken.map(({ problem }) => problem ?? NOT_WHOLE);
  const waits = broken.flatMap(({ retryAfter }) => retryAfter ?? []);
  return {
    answers,
    complete: false,
    problem: [...new Set(problems)].slice(0, MOST_TOLD).join('; '),
    ...(waits.length > 0 && { retryAfter: Math.max(...waits) }),
  };
}
