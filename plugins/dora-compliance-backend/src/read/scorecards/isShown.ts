/**
 * The condition for rows of `score_day` that are shown. While the past of some assets
 * is still to be computed, sums over the others would look like a smaller organization.
 */
export const isShown =
  '(NOT reconstructed OR EXISTS (SELECT 1 FROM score_state WHERE past_ready))';
