import type { ParameterOverride } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The block of `app-config.yaml` that changes a parameter. JSON values are YAML. */
export function writeAppConfig(
  controlId: string,
  name: string,
  override: ParameterOverride,
): string {
  const lines = Object.entries(override).map(
    ([key, value]) => `          ${key}: ${JSON.stringify(value)}`,
  );
  return [
    'doraCompliance:',
    '  controls:',
    `    ${controlId}:`,
    '      parameters:',
    `        ${name}:`,
    ...lines,
    '',
  ].join('\n');
}
