/** Characters of a password of the staff; the sign-in pages say it before it is typed. */
export const shortestPassword = 10
export const longestPassword = 128
