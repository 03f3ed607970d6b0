import { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen } from '@testing-library/react';
import { renderWithClient } from '../__testUtils__/renderWithClient';
import { StatusBadge } from './StatusBadge';

const words: Record<ControlStatus, string> = {
  'not-applicable': 'Not applicable',
  satisfied: 'Satisfied',
  'risk-accepted': 'Risk accepted',
  'not-assessed': 'Not assessed',
  'not-satisfied': 'Not satisfied',
};

const tones: Record<ControlStatus, string> = {
  'not-applicable': 'neutral',
  satisfied: 'success',
  'risk-accepted': 'info',
  'not-assessed': 'warning',
  'not-satisfied': 'danger',
};

it.each(ControlStatus.options)('says %s in words and a color', status => {
  renderWithClient(<StatusBadge status={status} />);
  expect(screen.getByText(words[status])).toHaveClass(tones[status]);
});

it('has an icon of its own for every status, which is not read aloud', () => {
  const icons = ControlStatus.options.map(status => {
    const { container } = renderWithClient(<StatusBadge status={status} />);
    const icon = container.querySelector('svg')!;
    expect(icon).toHaveAttribute('aria-hidden', 'true');
    return icon.innerHTML;
  });
  expect(new Set(icons).size).toBe(ControlStatus.options.length);
});
