import { SourceState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen } from '@testing-library/react';
import { renderWithClient } from '../__testUtils__/renderWithClient';
import { SourceStateBadge } from './SourceStateBadge';

const expected: Record<SourceState, [words: string, tone: string]> = {
  misconfigured: ['Off: wrong configuration', 'danger'],
  failing: ['Failing', 'danger'],
  silent: ['Silent', 'danger'],
  incomplete: ['Incomplete', 'warning'],
  'never-heard': ['Nothing received yet', 'neutral'],
  healthy: ['Healthy', 'success'],
  off: ['Off', 'neutral'],
};

it.each(SourceState.options)('says %s in words and a color', state => {
  const [words, tone] = expected[state];
  renderWithClient(<SourceStateBadge state={state} />);
  expect(screen.getByText(words)).toHaveClass(tone);
});

it('has an icon of its own for every state, which is not read aloud', () => {
  const icons = SourceState.options.map(state => {
    const { container } = renderWithClient(<SourceStateBadge state={state} />);
    const icon = container.querySelector('svg')!;
    expect(icon).toHaveAttribute('aria-hidden', 'true');
    return icon.innerHTML;
  });
  expect(new Set(icons).size).toBe(SourceState.options.length);
});
