import { screen } from '@testing-library/react';
import { renderWithTexts } from '../__testUtils__/renderWithTexts';
import { Loading } from './Loading';

it('is as wide as what it stands for', () => {
  renderWithTexts(<Loading blocks={[72, 160]} hasHeading />);
  const blocks = [...screen.getByRole('status', { name: 'Loading' }).children];
  expect(
    blocks.map(block => {
      const { width, height } = (block as HTMLElement).style;
      return `${width} ${height}`;
    }),
  ).toEqual(['40% 32px', '100% 72px', '100% 160px']);
});
