/** Which entities a caller may read: all, or those of these references. */
export type Visibility = 'all' | readonly string[];
