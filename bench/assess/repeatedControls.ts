import path from 'node:path';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { loadControlFolder } from '@ict-assurance/backstage-plugin-dora-compliance-node';

const FOLDER = path.resolve(
  __dirname,
  '../../plugins/dora-compliance-backend-module-controls/controls',
);

/** The real controls, repeated under other ids until there are so many. */
export async function repeatedControls(count: number): Promise<Control[]> {
  const real = await loadControlFolder(FOLDER);
  return Array.from({ length: count }, (_, n) => {
    const control = real[n % real.length]!;
    const round = Math.floor(n / real.length);
    return { ...control, id: `${control.id}-${round}` };
  });
}

/**
 * The same controls, of which one round of the real ones is changed, so that all
 * its results are new.
 */
export function changeRound(
  controls: readonly Control[],
  round: number,
): Control[] {
  return controls.map(control =>
    control.id.endsWith(`-${round}`)
      ? { ...control, remediation: `${control.remediation} Do it.` }
      : control,
  );
}
