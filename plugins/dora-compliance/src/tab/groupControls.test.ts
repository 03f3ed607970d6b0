import type {
  ControlResultView,
  ControlStatus,
  Severity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { approval } from '../__testUtils__/ledgerViews';
import { countStatuses, groupControls } from './groupControls';

const result = (
  code: string,
  status: ControlStatus,
  severity: Severity = 'low',
): ControlResultView => ({
  ...approval,
  control: { ...approval.control, code, severity },
  status,
});

const group = (...controls: ControlResultView[]) =>
  groupControls(controls, ['A', 'B', 'C'], ({ code }) => code.charAt(0)).map(
    ({ id, controls: found }) => [
      id,
      ...found.map(({ control }) => control.code),
    ],
  );

it('puts the worst group first, then the one with more of the worst', () => {
  expect(
    group(
      result('A1', 'satisfied'),
      result('B1', 'not-satisfied'),
      result('B2', 'satisfied'),
      result('C1', 'not-satisfied'),
      result('C2', 'not-satisfied'),
    ).map(([id]) => id),
  ).toEqual(['C', 'B', 'A']);
});

it('keeps the order of equal groups, and has no empty ones', () => {
  expect(
    group(result('C1', 'not-assessed'), result('A1', 'not-assessed')),
  ).toEqual([
    ['A', 'A1'],
    ['C', 'C1'],
  ]);
});

it('puts the worst and most severe control of a group first', () => {
  expect(
    group(
      result('A1', 'satisfied', 'critical'),
      result('A2', 'not-assessed'),
      result('A3', 'not-satisfied', 'low'),
      result('A4', 'not-satisfied', 'high'),
      result('A5', 'not-satisfied', 'high'),
      result('A6', 'risk-accepted'),
      result('A7', 'not-applicable'),
    ),
  ).toEqual([['A', 'A4', 'A5', 'A3', 'A2', 'A6', 'A1', 'A7']]);
});

it('counts controls by status', () => {
  expect(
    countStatuses([result('A1', 'satisfied'), result('A2', 'satisfied')]),
  ).toEqual({
    'not-applicable': 0,
    satisfied: 2,
    'risk-accepted': 0,
    'not-assessed': 0,
    'not-satisfied': 0,
  });
});
