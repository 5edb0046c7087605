/** What our files say wrote them; by it, a HAR of ours is known again. */
export const GENERATOR_NAME = 'Vitalog';
