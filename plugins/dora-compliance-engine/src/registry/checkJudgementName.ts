import { IctAsset } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What assertions read, which can't be the scope of a judgement. */
const TAKEN = ['member', 'parameters', 'asOf'];

/**
 * Checks that assertions can name a judgement.
 *
 * @throws an Error that says what is wrong with the name
 */
export function checkJudgementName({ name }: { name: string }): void {
  const [, scope = '', own = ''] =
    /^([a-z][a-zA-Z]*)\.([a-z][a-zA-Z]*)$/.exec(name) ?? [];
  if (!scope || TAKEN.includes(scope)) {
    throw new Error(
      `The judgement "${name}" needs a name such as "change.independence": a scope other than ${TAKEN.join(
        ', ',
      )}, a period, and a word`,
    );
  }
  if (scope === 'asset' && Object.hasOwn(IctAsset.shape, own)) {
    throw new Error(
      `The judgement "${name}" has the name of a field of assets; use another one`,
    );
  }
}
