/**
 * Radicals of the CJK Radicals Supplement that look like a common character, each before that character. The Kangxi
 * radicals are folded by Unicode itself (NFKC).
 */
export const radicals =
  "⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙";
