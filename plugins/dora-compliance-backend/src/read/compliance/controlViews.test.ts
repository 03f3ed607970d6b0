import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { assetNamed, control } from '../../testing/samples';
import { inEnglish } from '../inEnglish';
import { resultView } from './controlViews';

const compiled = compileControl({
  ...control,
  severity: {
    'critical-or-important': 'critical',
    important: 'medium',
    standard: 'low',
  },
});

it.each([
  ['critical-or-important', 'critical'],
  ['important', 'medium'],
  ['standard', 'low'],
  [undefined, 'critical'],
] as const)('weighs a control on a %s asset as %s', (level, severity) => {
  const view = resultView(
    compiled,
    assetNamed('a'),
    level,
    undefined,
    inEnglish,
  );
  expect(view.control.severity).toBe(severity);
  expect(view.reason.code).toBe('not-yet-assessed');
});
