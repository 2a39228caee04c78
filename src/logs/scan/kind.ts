/**
 * What kind of JSON value lies at a path. Strings with escapes are told apart, since the others need no parsing. numbers: an
 * array of numbers that is parsed already; its place is that of the doubles.
 */
export const Kind = { missing: 0, null: 1, true: 2, false: 3, number: 4, string: 5, escapedString: 6, array: 7, object: 8, numbers: 9 } as const;
