import type { Reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A function that makes the reasons of one judgement: its codes, each with its
 * parameters. They may be left out if none is required.
 *
 * @public
 */
export function createReasons<
  Params extends Record<
    string,
    Readonly<Record<string, string | number | undefined>>
  >,
>() {
  return <Code extends keyof Params & string>(
    code: Code,
    ...[params]: Record<never, never> extends Params[Code]
      ? [params?: Params[Code]]
      : [params: Params[Code]]
  ): Reason => ({ code, params: { ...params } as Reason['params'] });
}
