import type {
  ErrorDetailParams,
  Language,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** What an error says, in the language of the request. */
export type ErrorDetail = (language: Language) => string;

/** What an error of the API says about the request. */
export function errorDetail<C extends keyof ErrorDetailParams>(
  code: C,
  params: ErrorDetailParams[C],
): ErrorDetail {
  return language => language.errorDetails[code](params);
}
