/** The standard normal distribution's 97.5% quantile: half the width, in standard errors, of a 95% interval. */
export const normalQuantile975 = 1.959963984540054;
