import type { Reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A function that makes the reasons of one judgement: its codes, each with its
 * parameters.
 *
 * @public
 */
export function createReasons<
  Params extends Record<string, Readonly<Record<string, string | number>>>,
>() {
  return <Code extends keyof Params & string>(
    code: Code,
    params: Params[Code],
  ): Reason => ({ code, params: { ...params } });
}
