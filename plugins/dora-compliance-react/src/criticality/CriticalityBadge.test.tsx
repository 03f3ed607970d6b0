import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { render, screen } from '@testing-library/react';
import { CriticalityBadge } from './CriticalityBadge';

const words: Record<Criticality, string> = {
  'critical-or-important': 'Critical or important',
  important: 'Important',
  standard: 'Standard',
};

it.each(Criticality.options)('says %s in words', level => {
  render(<CriticalityBadge level={level} />);
  expect(screen.getByText(words[level])).toHaveClass(level);
});

it('says that nothing is known, so that it is not taken for harmless', () => {
  render(<CriticalityBadge level={undefined} />);
  expect(screen.getByText('Unclassified')).toBeInTheDocument();
});
