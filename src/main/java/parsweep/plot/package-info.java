/**
 * Pictures of numbers, as SVG: heat maps, curves with bands, scatter plots, histograms, tornado charts. Plain values in, a text
 * out.
 *
 * <p>SVG, because it is sharp at every size, small, and text in it stays text: it can be searched, edited and read aloud. It
 * is written by hand and not by a plotting library, since those that run without a display draw with AWT, whose fonts a
 * container does not have, and turn text into paths. So nothing here knows how wide a letter is; widths are estimated, on
 * the wide side, and a picture looks the same wherever its font is there.
 *
 * <p>Colours are told apart by people who do not see all of them, and in print: the sequential maps are viridis and cividis,
 * categories have the palette of Okabe and Ito and dashes of their own. At its usual size of 480 pixels a picture fills a
 * column of 85 mm, and its letters are 6.5 points high there.
 */
@NullMarked
package parsweep.plot;

import org.jspecify.annotations.NullMarked;
