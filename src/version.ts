/** Name and version that go into every result; a test keeps them equal to the package's own. */
export const PROGRAM = { name: 'keruen', version: '0.1.0' } as const
