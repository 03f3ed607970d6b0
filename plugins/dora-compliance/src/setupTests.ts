import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Only the limit of a test itself ends a wait, however busy the machine is.
configure({ asyncUtilTimeout: 100_000 });
