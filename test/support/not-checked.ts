/** A kind of fault no rule looks for, and why not. */
interface Kind {
  /** Chinese, what it is. */
  readonly what: string;
  /** Chinese, why it is not attempted. */
  readonly why: string;
}

/** Everything a reviewer finds in the examples and no rule reports is of one of these kinds. */
export const notChecked = {
  meaning: {
    what: "意思是否通顺、前后是否矛盾：语句不通，多了或者用错了顿号、逗号，简称没有交代，问题没有改完却说全部改完，改进情况只写打算，同一件事写了两个日期",
    why: "要读懂整段话才能判断，同样的写法在别处可能是对的。错报一次，比漏报一次更让人不敢相信其余的提示。",
  },
  facts: {
    what: "与事实是否相符：申请人归在哪一类，某份文件是不是本年公开的，年报一年发了几份",
    why: "答案不在报告里面，只有填写人知道。",
  },
  normative: {
    what: "正文提到的文件是不是行政规范性文件，应不应该计入表二",
    why: "要看文件的内容是否涉及公众的权利义务，只看名称定不下来。",
  },
  quoted: {
    what: "文件名称、引文里面的错字和写法",
    why: "可能原文如此。引用别人的文件，不能替别人改名称；标点除外。",
  },
  allowed: {
    what: "各方面合写一节，法规在全称之后用简称，引言里部分的名称有一两个字的出入",
    why: "没有规定不许这样写。",
  },
  harmless: {
    what: "行末的空格、小标题末尾的句号、书名号之间的顿号、网址后面的空格",
    why: "不影响内容，也没有统一的写法；网址后面的空格还使网址到此为止，去掉反而会连上后面的字。",
  },
  outside: {
    what: "报告以外的文字，例如网站页面上方的索引号、公开方式",
    why: "不是年度报告的一部分，不检查，也不改动。",
  },
} satisfies Readonly<Record<string, Kind>>;
