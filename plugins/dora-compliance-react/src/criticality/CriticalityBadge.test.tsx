import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderWithClient } from '../__testUtils__/renderWithClient';
import { CriticalityBadge } from './CriticalityBadge';

const words: Record<Criticality, string> = {
  'critical-or-important': 'Critical or important',
  important: 'Important',
  standard: 'Standard',
};

it.each(Criticality.options)('says %s in words', level => {
  renderWithClient(<CriticalityBadge level={level} />);
  expect(screen.getByText(words[level])).toHaveClass(level);
});

it('says that nothing is known, so that it is not taken for harmless', () => {
  renderWithClient(<CriticalityBadge level={undefined} />);
  expect(screen.getByText('Unclassified')).toBeInTheDocument();
});

it('wears no tone of a result', () => {
  const css = join(__dirname, 'CriticalityBadge.module.css');
  expect(readFileSync(css, 'utf8')).not.toMatch(/danger|warning|success|info/);
});
