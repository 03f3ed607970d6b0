import type { ErrorDetailParams } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { inEnglish } from './inEnglish';

/** What an error of the API says about the request. */
export function errorDetail<C extends keyof ErrorDetailParams>(
  code: C,
  params: ErrorDetailParams[C],
  { language } = inEnglish,
): string {
  return language.errorDetails[code](params);
}
